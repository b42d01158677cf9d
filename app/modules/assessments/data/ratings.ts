import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';
import type { RaterKind } from '../domain/rater-kind';

export interface RatingRow {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  /** null: the rater was unsure. */
  readonly level: Level | null;
}

/** The ratings of these assessments. */
export async function listRatings(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<RatingRow[]> {
  const rows = await ctx.tx
    .selectFrom('ratings')
    .select(['assessmentId', 'employeeId', 'dimension', 'level'])
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .execute();
  return rows as RatingRow[];
}

/** Adds ratings to assessments that are stored. */
export async function insertRatings(ctx: TenantContext, rows: readonly RatingRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('ratings')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .execute();
  }
}

export interface RatingFactRow extends RatingRow {
  readonly raterKind: RaterKind;
  readonly cycleId: string | null;
  readonly assessedOn: string;
  readonly submittedAt: Date;
  readonly soc: string;
  readonly hasAcceptedEvidence: boolean;
}

/** The ratings of submitted assessments of these people, in a fixed order. */
export async function listSubmittedRatings(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<RatingFactRow[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .innerJoin('ratings', 'ratings.assessmentId', 'assessments.assessmentId')
    .select(['ratings.assessmentId', 'ratings.employeeId', 'ratings.dimension', 'ratings.level'])
    .select(['assessments.raterKind', 'assessments.cycleId', 'assessments.assessedOn'])
    .select(['assessments.submittedAt', 'assessments.soc'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('evidence')
            .select('evidence.evidenceId')
            .whereRef('evidence.assessmentId', '=', 'ratings.assessmentId')
            .whereRef('evidence.dimension', '=', 'ratings.dimension')
            .where('evidence.acceptedBy', 'is not', null),
        )
        .as('hasAcceptedEvidence'),
    )
    .where(sql<boolean>`assessments.employee_id = any(${employeeIds}::uuid[])`)
    .where('assessments.state', '=', 'submitted')
    .orderBy('ratings.employeeId')
    .orderBy('ratings.assessmentId')
    .orderBy('ratings.dimension')
    .execute();
  return rows as RatingFactRow[];
}
