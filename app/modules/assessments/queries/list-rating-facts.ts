import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';
import { listSubmittedRatings } from '../data/ratings';
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
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** The occupation it was made under. */
  readonly soc: string;
  readonly hasAcceptedEvidence: boolean;
}

/** All ratings of submitted assessments of these people, by person, assessment and dimension. */
export async function listRatingFacts(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<RatingFactOfPerson[]> {
  const facts: RatingFactOfPerson[] = [];
  for (const batch of batches(employeeIds)) {
    for (const row of await listSubmittedRatings(ctx, batch)) {
      facts.push({ ...row, submittedAt: row.submittedAt.getTime() });
    }
  }
  return facts;
}
