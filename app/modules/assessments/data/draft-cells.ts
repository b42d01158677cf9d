import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';

/** Of evidence `e`: words that the rater of its assessment wrote with the rating. */
export const ofRater = sql`e.kind = 'text' and e.recorded_by is null
  and e.added_by = (select a.rater_id from assessments a
                     where a.organization_id = e.organization_id and a.assessment_id = e.assessment_id)`;

export interface CellRow {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  /** Null: the rater is unsure. */
  readonly level: Level | null;
  readonly assessedOn: string;
  readonly unsureOn: string | null;
  readonly revision: number;
  readonly savedKey: string | null;
}

/** The cells of these assessments. */
export async function listCells(ctx: TenantContext, assessmentIds: readonly string[]): Promise<CellRow[]> {
  const rows = await ctx.tx
    .selectFrom('ratings')
    .select(['assessmentId', 'dimension', 'level', 'assessedOn', 'unsureOn', 'revision', 'savedKey'])
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .execute();
  return rows as CellRow[];
}

/** Stores cells under their assessment and dimension. */
export async function upsertCells(
  ctx: TenantContext,
  employeeId: string,
  cells: readonly CellRow[],
): Promise<void> {
  if (cells.length === 0) return;
  await ctx.tx
    .insertInto('ratings')
    .values(cells.map((cell) => ({ ...cell, employeeId, recordedAt: ctx.now })))
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'assessmentId', 'dimension']).doUpdateSet((eb) => ({
        level: eb.ref('excluded.level'),
        assessedOn: eb.ref('excluded.assessedOn'),
        unsureOn: eb.ref('excluded.unsureOn'),
        revision: eb.ref('excluded.revision'),
        savedKey: eb.ref('excluded.savedKey'),
        recordedAt: eb.ref('excluded.recordedAt'),
      })),
    )
    .execute();
}

/** Empties a cell, with its evidence. */
export async function deleteCell(
  ctx: TenantContext,
  assessmentId: string,
  dimension: Dimension,
): Promise<void> {
  await ctx.tx
    .deleteFrom('ratings')
    .where('assessmentId', '=', assessmentId)
    .where('dimension', '=', dimension)
    .execute();
}

/** The ticked statements of these assessments. */
export async function listTicked(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<{ assessmentId: string; dimension: string; statementId: string }[]> {
  return ctx.tx
    .selectFrom('tickedStatements')
    .select(['assessmentId', 'dimension', 'statementId'])
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .orderBy('statementId')
    .execute();
}

interface Ticked {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly statementIds: readonly string[];
}

/** Ticks exactly these statements of a dimension. */
export async function replaceTicked(
  ctx: TenantContext,
  { assessmentId, dimension, statementIds }: Ticked,
): Promise<void> {
  await ctx.tx
    .deleteFrom('tickedStatements')
    .where('assessmentId', '=', assessmentId)
    .where('dimension', '=', dimension)
    .execute();
  if (statementIds.length === 0) return;
  await ctx.tx
    .insertInto('tickedStatements')
    .values(statementIds.map((statementId) => ({ assessmentId, dimension, statementId })))
    .execute();
}

/**
 * Copies ratings, ticked statements and the rater's own words of an assessment to another that has none, which notes
 * what it began with; rows keep all columns. What else supports the ratings follows when the other takes its place
 * (insertCarriedEvidence).
 */
export async function insertCopiedContents(ctx: TenantContext, from: string, to: string): Promise<void> {
  const here = sql`organization_id = ${ctx.organizationId}::uuid and assessment_id = ${from}::uuid`;
  await sql`
    insert into ratings
    select (jsonb_populate_record(r, jsonb_build_object('assessment_id', ${to}::text, 'saved_key', null))).*
      from ratings r where ${here}`.execute(ctx.tx);
  await sql`
    insert into ticked_statements
    select (jsonb_populate_record(t, jsonb_build_object('assessment_id', ${to}::text))).*
      from ticked_statements t where ${here}`.execute(ctx.tx);
  await sql`
    insert into evidence
    select (jsonb_populate_record(e,
             jsonb_build_object('assessment_id', ${to}::text, 'evidence_id', gen_random_uuid()::text))).*
      from evidence e
     where ${here} and ${ofRater}`.execute(ctx.tx);
  await sql`
    update assessments set copied_from = ${from}::uuid,
                           draft_changes = coalesce((select max(revision) from ratings where ${here}), 0)
     where organization_id = ${ctx.organizationId}::uuid and assessment_id = ${to}::uuid`.execute(ctx.tx);
}
