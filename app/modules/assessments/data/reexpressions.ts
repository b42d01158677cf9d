import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import {
  DIMENSIONS,
  type Dimension,
  type Instrument,
  instrumentOf,
} from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';

/** Ratings under one version of a framework, read in another. */
export interface Reexpression {
  readonly reexpressionId: string;
  readonly soc: string;
  readonly instrument: Instrument;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly appliedBy: string;
  readonly appliedAt: Date;
}

/** The one that is applied to a framework. */
export async function findAppliedReexpression(
  ctx: TenantContext,
  { soc, instrument }: Pick<Reexpression, 'soc' | 'instrument'>,
): Promise<Reexpression | undefined> {
  const row = await ctx.tx
    .selectFrom('reexpressions')
    .select(['reexpressionId', 'soc', 'instrument', 'fromVersion', 'toVersion', 'appliedBy', 'appliedAt'])
    .where('soc', '=', soc)
    .where('instrument', '=', instrument)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return row as Reexpression | undefined;
}

/** A submitted level with the statements that were ticked with it. */
export interface TickedRating {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly level: Level;
  readonly ticked: readonly string[];
}

/** The levels under a version of a framework that have ticked statements, by person, assessment and dimension. */
export async function listTickedRatings(
  ctx: TenantContext,
  {
    soc,
    instrument,
    version,
  }: { readonly soc: string; readonly instrument: Instrument; readonly version: string },
): Promise<TickedRating[]> {
  const dimensions = DIMENSIONS.filter((dimension) => instrumentOf(dimension) === instrument);
  const { rows } = await sql<TickedRating>`
    select a.assessment_id as "assessmentId", a.employee_id as "employeeId", r.dimension, r.level::int as level,
           array_agg(t.statement_id order by t.statement_id) as ticked
      from assessments a
      join ratings r on r.organization_id = ${ctx.organizationId} and r.assessment_id = a.assessment_id
      join ticked_statements t on t.organization_id = ${ctx.organizationId}
       and t.assessment_id = a.assessment_id and t.dimension = r.dimension
     where a.organization_id = ${ctx.organizationId}
       and a.soc = ${soc}
       and a.state = 'submitted'
       and a.framework_versions ->> ${instrument} = ${version}
       and r.level is not null
       and r.dimension = any(${dimensions}::text[])
     group by a.employee_id, a.assessment_id, r.dimension, r.level
     order by a.employee_id, a.assessment_id, r.dimension`.execute(ctx.tx);
  return rows;
}

/** Levels under a version of a framework, with or without ticked statements: how many. */
export async function countRatingsUnder(
  ctx: TenantContext,
  {
    soc,
    instrument,
    version,
  }: { readonly soc: string; readonly instrument: Instrument; readonly version: string },
): Promise<number> {
  const dimensions = DIMENSIONS.filter((dimension) => instrumentOf(dimension) === instrument);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n
      from assessments a
      join ratings r on r.organization_id = ${ctx.organizationId} and r.assessment_id = a.assessment_id
     where a.organization_id = ${ctx.organizationId} and a.soc = ${soc} and a.state = 'submitted'
       and a.framework_versions ->> ${instrument} = ${version}
       and r.level is not null and r.dimension = any(${dimensions}::text[])`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
}

/** A level as another version has it. */
export interface ReexpressedRating {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly level: Level;
}

/** Applies a re-expression with its ratings; no other one of the framework is applied. */
export async function insertReexpression(
  ctx: TenantContext,
  reexpression: Omit<Reexpression, 'appliedAt'>,
  ratings: readonly ReexpressedRating[],
): Promise<void> {
  await ctx.tx
    .insertInto('reexpressions')
    .values({ ...reexpression, appliedAt: ctx.now })
    .execute();
  const { reexpressionId } = reexpression;
  const of = <Key extends keyof ReexpressedRating>(key: Key) => ratings.map((one) => one[key]);
  await sql`
    insert into reexpressed_ratings (organization_id, reexpression_id, assessment_id, dimension, level)
    select ${ctx.organizationId}::uuid, ${reexpressionId}::uuid, assessment_id, dimension, level
      from unnest(${of('assessmentId')}::uuid[], ${of('dimension')}::text[], ${of('level')}::smallint[])
        as rating(assessment_id, dimension, level)`.execute(ctx.tx);
}

/** Takes a re-expression back; the people whose ratings it concerned, undefined when it is applied no more. */
export async function updateToUndone(
  ctx: TenantContext,
  reexpressionId: string,
  undoneBy: string,
): Promise<{ readonly employeeIds: string[]; readonly ratings: number } | undefined> {
  const undone = await ctx.tx
    .updateTable('reexpressions')
    .set({ undoneAt: ctx.now, undoneBy })
    .where('reexpressionId', '=', reexpressionId)
    .where('undoneAt', 'is', null)
    .returning('reexpressionId')
    .executeTakeFirst();
  if (!undone) return undefined;
  const rows = await ctx.tx
    .selectFrom('reexpressedRatings')
    .innerJoin('assessments', 'assessments.assessmentId', 'reexpressedRatings.assessmentId')
    .select('assessments.employeeId')
    .where('reexpressedRatings.reexpressionId', '=', reexpressionId)
    .execute();
  return { employeeIds: [...new Set(rows.map(({ employeeId }) => employeeId))], ratings: rows.length };
}

/** A level of a person in the version that it is read in. */
export interface AppliedLevel extends ReexpressedRating {
  readonly toVersion: string;
}

/** The levels of these people that are read in another version, as it is applied now. */
export async function listAppliedLevels(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<AppliedLevel[]> {
  const { rows } = await sql<AppliedLevel>`
    select e.assessment_id as "assessmentId", e.dimension, e.level::int as level, x.to_version as "toVersion"
      from reexpressions x
      join reexpressed_ratings e on e.organization_id = ${ctx.organizationId} and e.reexpression_id = x.reexpression_id
      join assessments a on a.organization_id = ${ctx.organizationId} and a.assessment_id = e.assessment_id
     where x.organization_id = ${ctx.organizationId}
       and x.undone_at is null
       and a.employee_id = any(${employeeIds}::uuid[])`.execute(ctx.tx);
  return rows;
}

/** A level of a person that is, or was, read in another version. */
export interface ReexpressionOfPerson extends Omit<Reexpression, 'reexpressionId' | 'soc' | 'instrument'> {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly level: Level;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
}

/** Everything of a person that was read in another version, the newest first. */
export async function listReexpressionsOf(
  ctx: TenantContext,
  employeeId: string,
): Promise<ReexpressionOfPerson[]> {
  const rows = await ctx.tx
    .selectFrom('reexpressedRatings')
    .innerJoin('reexpressions', 'reexpressions.reexpressionId', 'reexpressedRatings.reexpressionId')
    .innerJoin('assessments', 'assessments.assessmentId', 'reexpressedRatings.assessmentId')
    .select(['reexpressedRatings.assessmentId', 'reexpressedRatings.dimension', 'reexpressedRatings.level'])
    .select(['fromVersion', 'toVersion'])
    .select(['appliedBy', 'appliedAt', 'undoneBy', 'undoneAt'])
    .where('assessments.employeeId', '=', employeeId)
    .orderBy('appliedAt', 'desc')
    .orderBy('reexpressedRatings.dimension')
    .execute();
  return rows as ReexpressionOfPerson[];
}
