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

/** What one assessment says of one day: its ratings side by side, in no order. */
export interface RatedDay {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly assessedOn: string;
  /** Level; null: the rater was unsure. */
  readonly levels: readonly (readonly [Dimension, Level | null])[];
}

const UNSURE = 9;

/**
 * The same ratings of these people, in replaced versions too, one row for each assessment and day: eleven ratings in a
 * row are read in a fifth of the time that eleven rows take.
 */
export async function listRatedDays(ctx: TenantContext, employeeIds: readonly string[]): Promise<RatedDay[]> {
  const { rows } = await sql<Omit<RatedDay, 'levels'> & { readonly said: string }>`
    select assessment_id as "assessmentId", employee_id as "employeeId", assessed_on as "assessedOn",
           string_agg(dimension || coalesce(level, ${sql.lit(UNSURE)}), ' ') as said
      from ratings
     where organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[])
     group by assessment_id, employee_id, assessed_on
     order by employee_id, assessment_id, assessed_on`.execute(ctx.tx);
  return rows.map(({ said, ...row }) => ({ ...row, levels: said.split(' ').map(readSaid) }));
}

function readSaid(said: string): readonly [Dimension, Level | null] {
  const level = Number(said.slice(-1));
  return [said.slice(0, -1) as Dimension, level === UNSURE ? null : (level as Level)];
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
