import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { type AssessmentRow, listKeptAssessments } from '../data/assessments';
import { listRatings } from '../data/ratings';
import type { EvidenceKind } from '../domain/evidence/evidence-kind';
import type { RaterKind } from '../domain/rater-kind';
import { type FileView, listEvidenceDetails } from './list-evidence-views';

/** One assessment of a person as the person reads it: the rater's role, never who it was. */
export interface RecordedAssessment {
  readonly rater: RaterKind;
  readonly assessedOn: string;
  readonly state: AssessmentRow['state'];
  /** Null: not yet. */
  readonly submittedAt: Date | null;
  readonly occupation: string;
  /** By instrument. */
  readonly frameworkVersions: Readonly<Record<string, string>>;
  readonly ratings: readonly {
    readonly dimension: Dimension;
    /** 0 to 4; null: the rater was unsure. */
    readonly level: number | null;
    readonly assessedOn: string;
    /** Latest day on which the rater was unsure. */
    readonly unsureOn: string | null;
    readonly evidence: readonly {
      readonly kind: EvidenceKind;
      readonly text: string;
      /** Of a link. */
      readonly url: string | null;
      /** Of a file, without its bytes: they are given out on the page of the evidence. */
      readonly file: Pick<FileView, 'name' | 'type' | 'sizeBytes' | 'checksum'> | null;
      readonly accepted: boolean;
    }[];
  }[];
}

/**
 * Everything that is rated of a person, by day: replaced and withdrawn ones too, of drafts the person's own.
 * @param without what the reader does not know yet (list-blind-ratings.ts)
 */
export async function listRecordOfPerson(
  ctx: TenantContext,
  employeeId: string,
  without: ReadonlySet<string>,
): Promise<RecordedAssessment[]> {
  const kept = await listKeptAssessments(ctx, employeeId);
  const assessments = kept.filter(({ assessmentId }) => !without.has(assessmentId));
  const ids = assessments.map((row) => row.assessmentId);
  const ratings = Map.groupBy(await listRatings(ctx, ids), (row) => row.assessmentId);
  const evidence = Map.groupBy(
    await listEvidenceDetails(ctx, ids),
    ({ assessmentId, dimension }) => `${assessmentId} ${dimension}`,
  );
  const byDay = assessments.sort(
    (a, b) => compare(a.assessedOn, b.assessedOn) || compare(a.assessmentId, b.assessmentId),
  );
  return byDay.map(({ assessmentId, raterKind, state, assessedOn, submittedAt, soc, frameworkVersions }) => ({
    rater: raterKind,
    state,
    assessedOn,
    submittedAt,
    occupation: soc,
    frameworkVersions,
    ratings: (ratings.get(assessmentId) ?? [])
      .sort((a, b) => compare(a.dimension, b.dimension))
      .map(({ dimension, level, assessedOn: on, unsureOn }) => ({
        dimension,
        level,
        assessedOn: on,
        unsureOn,
        evidence: (evidence.get(`${assessmentId} ${dimension}`) ?? []).map(
          ({ kind, body, url, file, acceptedBy }) => ({
            ...{ kind, text: body, url, file: file && fileFacts(file), accepted: acceptedBy !== null },
          }),
        ),
      })),
  }));
}

function fileFacts({ name, type, sizeBytes, checksum }: FileView) {
  return { name, type, sizeBytes, checksum };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
