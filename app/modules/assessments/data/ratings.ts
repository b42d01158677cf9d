import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';

export interface RatingRow {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  /** null: the rater was unsure. */
  readonly level: Level | null;
  /** Day of the level; of the `?` where there is no level. */
  readonly assessedOn: string;
  /** Latest day of a `?`, null: there was none. */
  readonly unsureOn: string | null;
}

const columns = ['assessmentId', 'employeeId', 'dimension', 'level', 'assessedOn', 'unsureOn'] as const;

/** The ratings of these assessments. */
export async function listRatings(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<RatingRow[]> {
  const rows = await ctx.tx
    .selectFrom('ratings')
    .select(columns)
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .execute();
  return rows as RatingRow[];
}

/** All ratings of these people, in replaced versions too, by person, assessment and dimension. */
export async function listRatingsOfPeople(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<RatingRow[]> {
  const rows = await ctx.tx
    .selectFrom('ratings')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .orderBy('employeeId')
    .orderBy('assessmentId')
    .orderBy('dimension')
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
