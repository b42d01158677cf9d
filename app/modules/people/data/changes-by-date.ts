import type { ExpressionBuilder } from 'kysely';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';

/** The days after one up to and with another. */
export interface DaySpan {
  readonly after: string;
  readonly upTo: string;
}

type Dated = 'employments' | 'employeeOccupations' | 'targetProfiles' | 'teamParents';

/** Employments that begin or end on one of the days: who, and in which team. */
export async function listEmploymentChanges(
  ctx: TenantContext,
  span: DaySpan,
): Promise<{ employeeId: string; teamId: string }[]> {
  return ctx.tx
    .selectFrom('employments')
    .select(['employeeId', 'teamId'])
    .where((eb) => beginsOrEnds(eb, span))
    .execute();
}

/** The people with an occupation that begins or ends on one of the days. */
export async function listOccupationChanges(ctx: TenantContext, span: DaySpan): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('employeeOccupations')
    .select('employeeId')
    .distinct()
    .where((eb) => beginsOrEnds(eb, span))
    .execute();
  return rows.map((row) => row.employeeId);
}

/** The occupations and bands with a target that begins or ends on one of the days. */
export async function listTargetChanges(
  ctx: TenantContext,
  span: DaySpan,
): Promise<{ soc: string; roleBand: number }[]> {
  return ctx.tx
    .selectFrom('targetProfiles')
    .select(['soc', 'roleBand'])
    .distinct()
    .where((eb) => beginsOrEnds(eb, span))
    .execute();
}

/** The teams with a place in the tree that begins or ends on one of the days, and the team above in that place. */
export async function listPlaceChanges(
  ctx: TenantContext,
  span: DaySpan,
): Promise<{ teamId: string; parentId: string | null }[]> {
  return ctx.tx
    .selectFrom('teamParents')
    .select(['teamId', 'parentId'])
    .where((eb) => beginsOrEnds(eb, span))
    .execute();
}

function beginsOrEnds<Table extends Dated>(builder: ExpressionBuilder<AppTables, Table>, span: DaySpan) {
  const eb = builder as unknown as ExpressionBuilder<AppTables, 'employments'>;
  const within = (column: 'validFrom' | 'validTo') =>
    eb.and([eb(column, '>', span.after), eb(column, '<=', span.upTo)]);
  return eb.or([within('validFrom'), within('validTo')]) as never;
}
