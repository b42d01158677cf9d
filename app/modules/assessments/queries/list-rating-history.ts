import type { TenantContext } from '#db/tenancy';
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { dayNumber } from '~/shared/calendar-day';
import { listKeptAssessments } from '../data/assessments';
import { listCyclesWithNamedPeers } from '../data/cycles';
import { listRatings } from '../data/ratings';
import { listAppliedLevels } from '../data/reexpressions';
import type { EvidenceKind } from '../domain/evidence/evidence-kind';
import { type FileView, listEvidenceDetails } from './list-evidence-views';
import { asRead, type RatingFactOfPerson } from './list-rating-facts';

/** A rating that counts or once did, as the formulas know it, with its state and evidence. */
export interface RecordedRating extends RatingFactOfPerson {
  /** superseded: a newer version took its place. */
  readonly state: 'submitted' | 'withdrawn' | 'superseded';
  /** Who brought it in with a file; null: it was submitted here. */
  readonly importedBy: string | null;
  /** Employee id of a manager, and of a peer of a cycle in which peers rate by name; null: not to be told, or not known. */
  readonly ratedBy: string | null;
  readonly evidence: readonly RecordedEvidence[];
}

export interface RecordedEvidence {
  readonly text: string;
  /** Somebody else than the rated person accepted it. */
  readonly accepted: boolean;
  /** Said with a `?`: it supports no level. */
  readonly unsure: boolean;
  readonly kind: EvidenceKind;
  /** Of a link. */
  readonly url: string | null;
  readonly host: string | null;
  readonly file: FileView | null;
}

const DAY_MS = 86_400_000;

/** Every rating of a person but drafts, which say nothing yet; anonymous peers are told by kind, never by name. */
export async function listRatingHistory(ctx: TenantContext, employeeId: string): Promise<RecordedRating[]> {
  const kept = (await listKeptAssessments(ctx, employeeId)).filter(({ state }) => state !== 'draft');
  const ids = kept.map(({ assessmentId }) => assessmentId);
  const assessments = new Map(kept.map((row) => [row.assessmentId, row]));
  const named = await listCyclesWithNamedPeers(ctx, [
    ...new Set(kept.flatMap(({ cycleId }) => cycleId ?? [])),
  ]);
  const evidence = Map.groupBy(
    await listEvidenceDetails(ctx, ids),
    ({ assessmentId, dimension }) => `${assessmentId} ${dimension}`,
  );
  const reread = new Map(
    (await listAppliedLevels(ctx, [employeeId])).map((one) => [`${one.assessmentId} ${one.dimension}`, one]),
  );
  const recorded = (await listRatings(ctx, ids)).flatMap((rating): RecordedRating[] => {
    const assessment = assessments.get(rating.assessmentId);
    if (!assessment || assessment.state === 'draft') return [];
    const { raterKind, raterId, cycleId, soc, submittedAt, importedBy, frameworkVersions, state } =
      assessment;
    const texts = evidence.get(`${rating.assessmentId} ${rating.dimension}`) ?? [];
    const firstMoment = dayNumber(rating.assessedOn) * DAY_MS;
    return [
      {
        ...{ employeeId, assessmentId: rating.assessmentId, dimension: rating.dimension as Dimension },
        ...{ level: rating.level as Level | null, assessedOn: rating.assessedOn },
        ...{ raterKind, cycleId, soc, state, importedBy },
        ratedBy:
          raterKind === 'manager' || (raterKind === 'peer' && named.has(cycleId ?? '')) ? raterId : null,
        submittedAt: importedBy === null ? (submittedAt?.getTime() ?? firstMoment) : firstMoment,
        frameworkVersion: frameworkVersions[instrumentOf(rating.dimension)] ?? null,
        hasAcceptedEvidence: texts.some(({ acceptedBy, unsure }) => acceptedBy !== null && !unsure),
        evidence: texts.map(({ body, acceptedBy, unsure, kind, url, host, file }) => ({
          ...{ text: body, accepted: acceptedBy !== null, unsure, kind, url, host, file },
        })),
      },
    ];
  });
  return recorded.map((one) =>
    one.state === 'submitted' ? asRead(one, reread.get(`${one.assessmentId} ${one.dimension}`)) : one,
  );
}
