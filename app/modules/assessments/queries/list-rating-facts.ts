import type { TenantContext } from '#db/tenancy';
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';
import { dayNumber } from '~/shared/calendar-day';
import { listSubmittedAssessments, type SubmittedAssessment } from '../data/assessments';
import { listAcceptedEvidence } from '../data/evidence';
import { listRatedDays, type RatedDay } from '../data/ratings';
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
 * All ratings of submitted assessments of these people, by person and assessment. Several reads instead of a join: right
 * after an import the planner knows nothing of the rows, and joins them row by row. They are asked for at once.
 */
export async function listRatingFacts(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<RatingFactOfPerson[]> {
  const facts: RatingFactOfPerson[] = [];
  for (const batch of batches(employeeIds)) {
    const [submitted, accepted, applied, days] = await Promise.all([
      listSubmittedAssessments(ctx, batch),
      listAcceptedEvidence(ctx, batch),
      listAppliedLevels(ctx, batch),
      listRatedDays(ctx, batch),
    ]);
    const assessments = new Map(submitted.map((row) => [row.assessmentId, row]));
    const supported = new Set(accepted.map(keyOf));
    const reread = new Map(applied.map((one) => [keyOf(one), one]));
    for (const day of days) {
      const assessment = assessments.get(day.assessmentId);
      if (!assessment) continue;
      for (const fact of factsOf(day, assessment)) {
        const key = supported.size + reread.size > 0 ? keyOf(fact) : '';
        const known = supported.has(key) ? { ...fact, hasAcceptedEvidence: true } : fact;
        facts.push(asRead(known, reread.get(key)));
      }
    }
  }
  return facts;
}

const keyOf = ({ assessmentId, dimension }: { readonly assessmentId: string; readonly dimension: string }) =>
  `${assessmentId} ${dimension}`;

/** The rating as another version of its framework has it, where one is applied; what was rated stays as it was. */
export function asRead<T extends Pick<RatingFactOfPerson, 'level' | 'frameworkVersion'>>(
  rating: T,
  applied: AppliedLevel | undefined,
): T {
  if (!applied || rating.level === null) return rating;
  return { ...rating, level: applied.level, frameworkVersion: applied.toVersion };
}

function factsOf(
  { assessmentId, employeeId, assessedOn, levels }: RatedDay,
  { raterKind, cycleId, soc, submittedAt, importedBy, frameworkVersions }: SubmittedAssessment,
): RatingFactOfPerson[] {
  const moment = importedBy === null ? submittedAt.getTime() : dayNumber(assessedOn) * DAY_MS;
  return levels.map(([dimension, level]) => ({
    ...{ employeeId, assessmentId, dimension, level, raterKind, cycleId, assessedOn, soc },
    submittedAt: moment,
    hasAcceptedEvidence: false,
    frameworkVersion: frameworkVersions[instrumentOf(dimension)] ?? null,
  }));
}
