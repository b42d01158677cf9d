import { type ExpressionBuilder, sql } from 'kysely';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';

/** People directly in each team on a day, those who left not counted. */
export async function countPeopleByTeam(ctx: TenantContext, day: string): Promise<Map<string, number>> {
  const rows = await ctx.tx
    .selectFrom('employments')
    .select((eb) => ['teamId', eb.fn.countAll<number>().as('people')])
    .where('status', '<>', 'left')
    .where((eb) => holdsOn(eb, day))
    .groupBy('teamId')
    .execute();
  return new Map(rows.map(({ teamId, people }) => [teamId, people]));
}

/** People who are in a team on a day or will be after it, those who left not counted. */
export async function countPeopleFrom(ctx: TenantContext, teamId: string, day: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('employments')
    .select((eb) => eb.fn.count<number>('employeeId').distinct().as('people'))
    .where('teamId', '=', teamId)
    .where('status', '<>', 'left')
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .executeTakeFirstOrThrow();
  return row.people;
}

export interface PersonInTeam {
  readonly employeeId: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
}

/** The first people directly in a team on a day, by name, those who left not counted. */
export async function listPeopleInTeam(
  ctx: TenantContext,
  teamId: string,
  { day, limit }: { readonly day: string; readonly limit: number },
): Promise<PersonInTeam[]> {
  return ctx.tx
    .selectFrom('employments')
    .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
    .select(['employees.employeeId', 'employees.name', 'employments.title', 'employments.status'])
    .where('employments.teamId', '=', teamId)
    .where('employments.status', '<>', 'left')
    .where((eb) => holdsOn(eb as never, day) as never)
    .orderBy('employees.name')
    .orderBy('employees.employeeId')
    .limit(limit)
    .execute();
}

export interface TeamManager {
  readonly employeeId: string;
  readonly name: string;
  /** How many people of the team report to this person. */
  readonly people: number;
}

/** To whom the people directly in a team report on a day, most people first. */
export async function listManagersOfTeam(
  ctx: TenantContext,
  teamId: string,
  day: string,
): Promise<TeamManager[]> {
  const { rows } = await sql<TeamManager>`
    select m.employee_id as "employeeId", m.name, count(*)::int as people
      from employments e
      join employees m on m.organization_id = ${ctx.organizationId} and m.employee_id = e.manager_id
     where e.organization_id = ${ctx.organizationId} and e.team_id = ${teamId}::uuid and e.status <> 'left'
       and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
     group by m.employee_id, m.name
     order by count(*) desc, m.name, m.employee_id`.execute(ctx.tx);
  return rows;
}

function holdsOn(eb: ExpressionBuilder<AppTables, 'employments'>, day: string) {
  return eb.and([
    eb('employments.validFrom', '<=', day),
    eb.or([eb('employments.validTo', 'is', null), eb('employments.validTo', '>', day)]),
  ]);
}

/** Positions of a team that are not closed on a day. */
export async function countPositionsFrom(ctx: TenantContext, teamId: string, day: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('positions')
    .select((eb) => eb.fn.countAll<number>().as('positions'))
    .where('teamId', '=', teamId)
    .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', day)]))
    .executeTakeFirstOrThrow();
  return row.positions;
}

/** Whether anybody or any position is, was or will be in a team. */
export async function isTeamUsed(ctx: TenantContext, teamId: string): Promise<boolean> {
  const person = await ctx.tx
    .selectFrom('employments')
    .select('employeeId')
    .where('teamId', '=', teamId)
    .limit(1)
    .executeTakeFirst();
  const position = await ctx.tx
    .selectFrom('positions')
    .select('positionId')
    .where('teamId', '=', teamId)
    .limit(1)
    .executeTakeFirst();
  const requirement = await ctx.tx
    .selectFrom('groupRequirementTeams')
    .select('requirementId')
    .where('teamId', '=', teamId)
    .limit(1)
    .executeTakeFirst();
  return person !== undefined || position !== undefined || requirement !== undefined;
}
