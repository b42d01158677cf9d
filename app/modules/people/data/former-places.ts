import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { TeamPlace } from '../domain/team-tree';

/** A period of a person, and until when it was known who no period tells any more: the team, the manager. */
export interface FormerEmployment {
  readonly employeeId: string;
  readonly validFrom: string;
  /** Null: it is told still. */
  readonly inTeamUntil: string | null;
  readonly underManagerUntil: string | null;
}

/** Keeps until when people were known in teams and under managers of periods that stand, before others take their place. */
export async function keepFormerEmployments(
  ctx: TenantContext,
  rows: readonly FormerEmployment[],
): Promise<void> {
  if (rows.length === 0) return;
  const until = (day: (row: FormerEmployment) => string | null) => sql`
    unnest(${rows.map((row) => row.employeeId)}::uuid[], ${rows.map((row) => row.validFrom)}::date[],
           ${rows.map(day)}::date[]) as given(employee_id, valid_from, last_day)
      join public.employments e on e.organization_id = ${ctx.organizationId}::uuid
       and e.employee_id = given.employee_id and e.valid_from = given.valid_from`;
  await sql`
    insert into public.former_members (organization_id, employee_id, team_id, last_day)
    select e.organization_id, e.employee_id, e.team_id, max(given.last_day)
      from ${until((row) => row.inTeamUntil)}
     where given.last_day is not null
     group by 1, 2, 3
        on conflict (organization_id, employee_id, team_id) do update
       set last_day = greatest(former_members.last_day, excluded.last_day)`.execute(ctx.tx);
  await sql`
    insert into public.former_reports (organization_id, employee_id, manager_id, last_day)
    select e.organization_id, e.employee_id, e.manager_id, max(given.last_day)
      from ${until((row) => row.underManagerUntil)}
     where given.last_day is not null and e.manager_id is not null
     group by 1, 2, 3
        on conflict (organization_id, employee_id, manager_id) do update
       set last_day = greatest(former_reports.last_day, excluded.last_day)`.execute(ctx.tx);
}

/** The same of all periods of these people that had begun on a day, each until its end or this day. */
export async function keepAllEmployments(
  ctx: TenantContext,
  employeeIds: readonly string[],
  day: string,
): Promise<void> {
  const { rows } = await sql<FormerEmployment>`
    select employee_id, valid_from, ended::text as in_team_until, ended::text as under_manager_until
      from public.employments
     cross join lateral (select least(coalesce(valid_to, ${day}::date), ${day}::date) as ended) e
     where organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[])
       and valid_from <= ${day}::date`.execute(ctx.tx);
  await keepFormerEmployments(ctx, rows);
}

export interface FormerTeamParent {
  readonly teamId: string;
  readonly parentId: string;
  readonly lastDay: string;
}

/** Keeps until when teams were known beneath others. */
export async function keepFormerTeamParents(
  ctx: TenantContext,
  rows: readonly FormerTeamParent[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.tx
    .insertInto('formerTeamParents')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'teamId', 'parentId']).doUpdateSet((eb) => ({
        lastDay: eb.fn<string>('greatest', ['formerTeamParents.lastDay', 'excluded.lastDay']),
      })),
    )
    .execute();
}

/** Where teams stood that no period tells any more, from ever until the last day of it. */
export async function listFormerTeamPlaces(ctx: TenantContext): Promise<Omit<TeamPlace, 'name'>[]> {
  const rows = await ctx.tx
    .selectFrom('formerTeamParents')
    .select(['teamId', 'parentId', 'lastDay'])
    .execute();
  return rows.map(({ teamId, parentId, lastDay }) => ({
    teamId,
    parentId,
    validFrom: EVER,
    validTo: lastDay,
  }));
}

const EVER = '0001-01-01';
