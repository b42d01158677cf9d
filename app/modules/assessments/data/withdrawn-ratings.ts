import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { KeyFields } from '../domain/assessment-key';

/** How many ratings a submitted assessment holds, 0 where there is none such. */
export async function countRatings(ctx: TenantContext, assessmentId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('ratings')
    .innerJoin('assessments', 'assessments.assessmentId', 'ratings.assessmentId')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('assessments.assessmentId', '=', assessmentId)
    .where('assessments.state', '=', 'submitted')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Withdraws a whole assessment. */
export async function updateToWithdrawn(ctx: TenantContext, assessmentId: string): Promise<void> {
  await ctx.tx
    .updateTable('assessments')
    .set({ state: 'withdrawn' })
    .where('assessmentId', '=', assessmentId)
    .where('state', '=', 'submitted')
    .execute();
}

interface Split {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  /** Of the withdrawn assessment that takes the rating. */
  readonly withdrawnId: string;
}

/**
 * Takes one rating with its evidence, ticks and contests out of an assessment, into a withdrawn one that is like it in all
 * else. Rows are copied whole, whatever columns they have.
 */
export async function insertWithdrawnRating(
  ctx: TenantContext,
  { assessmentId, dimension, withdrawnId }: Split,
): Promise<void> {
  const here = sql`organization_id = ${ctx.organizationId}::uuid and assessment_id = ${assessmentId}::uuid`;
  const ofDimension = sql`${here} and dimension = ${dimension}`;
  await sql`
    insert into assessments
    select (jsonb_populate_record(a, jsonb_build_object('assessment_id', ${withdrawnId}::text, 'state', 'withdrawn'))).*
      from assessments a where ${here}`.execute(ctx.tx);
  await sql`
    insert into ratings
    select (jsonb_populate_record(r, jsonb_build_object('assessment_id', ${withdrawnId}::text))).*
      from ratings r where ${ofDimension}`.execute(ctx.tx);
  await sql`update evidence set assessment_id = ${withdrawnId}::uuid where ${ofDimension}`.execute(ctx.tx);
  await sql`update contests set assessment_id = ${withdrawnId}::uuid where ${ofDimension}`.execute(ctx.tx);
  await sql`update ticked_statements set assessment_id = ${withdrawnId}::uuid where ${ofDimension}`.execute(
    ctx.tx,
  );
  await sql`update reexpressed_ratings set assessment_id = ${withdrawnId}::uuid where ${ofDimension}`.execute(
    ctx.tx,
  );
  await sql`delete from ratings where ${ofDimension}`.execute(ctx.tx);
}

/** A withdrawn level under the key of its assessment. */
export interface WithdrawnRating extends KeyFields {
  readonly dimension: Dimension;
  readonly level: number;
  /** Of the level itself. */
  readonly ratedOn: string;
}

/** The withdrawn levels of these people. */
export async function listWithdrawnRatings(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<WithdrawnRating[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .innerJoin('ratings', 'ratings.assessmentId', 'assessments.assessmentId')
    .select(['assessments.employeeId', 'raterKind', 'raterId', 'cycleId', 'assessments.assessedOn', 'soc'])
    .select(['ratings.dimension', 'ratings.level', 'ratings.assessedOn as ratedOn'])
    .where(sql<boolean>`assessments.employee_id = any(${employeeIds}::uuid[])`)
    .where('assessments.state', '=', 'withdrawn')
    .where('ratings.level', 'is not', null)
    .execute();
  return rows as WithdrawnRating[];
}
