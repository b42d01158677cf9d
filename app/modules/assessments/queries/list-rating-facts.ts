import type { TenantContext } from '#db/tenancy';
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';
import { dayNumber } from '~/shared/calendar-day';
import { listSubmittedAssessments, type SubmittedAssessment } from '../data/assessments';
import { listAcceptedEvidence } from '../data/evidence';
import { listRatingsOfPeople, type RatingRow } from '../data/ratings';
import { type AppliedLevel, listAppliedLevels } from '../data/reexpressions';
import type { RaterKind } from '../domain/rater-kind';

/** One rating of a submitted assessment, with what the formulas need of it (method.md 1). */
export interface RatingFactOfPerson {
  readonly employeeId: string;
  readonly assessmentId: string;
  readonly dimension: Dimension;
  /** null: the rater was unsure; recorded, and no rating. */
  readonly level: Level | null;
  readonly raterKind: RaterKind;
  readonly cycleId: string | null;
  readonly assessedOn: string;
  /** Milliseconds since 1970. A file says a day and no moment: the day's first. */
  readonly submittedAt: number;
  /** The occupation it was made under. */
  readonly soc: string;
  readonly hasAcceptedEvidence: boolean;
  /** Of the framework it was made under, or is read in (method.md 11); null: not recorded. */
  readonly frameworkVersion: string | null;
}

const DAY_MS = 86_400_000;

/**
 * All ratings of submitted assessments of these people, by person, assessment and dimension. Several reads instead of a
 * join: right after an import the planner knows nothing of the rows, and joins them row by row.
 */
export async function listRatingFacts(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<RatingFactOfPerson[]> {
  const facts: RatingFactOfPerson[] = [];
  for (const batch of batches(employeeIds)) {
    const submitted = await listSubmittedAssessments(ctx, batch);
    const assessments = new Map(submitted.map((row) => [row.assessmentId, row]));
    const accepted = await acceptedRatings(ctx, [...assessments.keys()]);
    const reread = new Map((await listAppliedLevels(ctx, batch)).map((one) => [keyOf(one), one]));
    for (const rating of await listRatingsOfPeople(ctx, batch)) {
      const assessment = assessments.get(rating.assessmentId);
      if (!assessment) continue;
      const fact = factOf(rating, assessment, accepted.has(keyOf(rating)));
      facts.push(asRead(fact, reread.get(keyOf(rating))));
    }
  }
  return facts;
}

const keyOf = ({ assessmentId, dimension }: Pick<RatingRow, 'assessmentId' | 'dimension'>) =>
  `${assessmentId} ${dimension}`;

/** The rating as another version of its framework has it, where one is applied; what was rated stays as it was. */
export function asRead<T extends Pick<RatingFactOfPerson, 'level' | 'frameworkVersion'>>(
  rating: T,
  applied: AppliedLevel | undefined,
): T {
  if (!applied || rating.level === null) return rating;
  return { ...rating, level: applied.level, frameworkVersion: applied.toVersion };
}

function factOf(
  { unsureOn: _, ...rating }: RatingRow,
  { raterKind, cycleId, soc, submittedAt, importedBy, frameworkVersions }: SubmittedAssessment,
  hasAcceptedEvidence: boolean,
): RatingFactOfPerson {
  const firstMoment = dayNumber(rating.assessedOn) * DAY_MS;
  return {
    ...rating,
    raterKind,
    cycleId,
    soc,
    submittedAt: importedBy === null ? submittedAt.getTime() : firstMoment,
    hasAcceptedEvidence,
    frameworkVersion: frameworkVersions[instrumentOf(rating.dimension)] ?? null,
  };
}

async function acceptedRatings(ctx: TenantContext, assessmentIds: readonly string[]): Promise<Set<string>> {
  const accepted = new Set<string>();
  for (const batch of batches(assessmentIds)) {
    for (const row of await listAcceptedEvidence(ctx, batch))
      accepted.add(`${row.assessmentId} ${row.dimension}`);
  }
  return accepted;
}
