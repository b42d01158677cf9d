import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { TeamPlace } from '../domain/team-tree';
import type { Timeline } from '../domain/timeline';

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

/** A person's teams and managers by day, as they stand and as an import found them. */
export interface PlacesOfPerson {
  readonly employeeId: string;
  readonly standing: Timeline<PlaceOfPerson>;
  readonly found: Timeline<PlaceOfPerson>;
}

interface PlaceOfPerson {
  readonly team: string;
  readonly manager: string | null;
}

/** The same of these people, whom the import did not make. */
export async function listPlacesFound(
  ctx: TenantContext,
  importId: string,
  employeeIds: readonly string[],
): Promise<PlacesOfPerson[]> {
  const periods = sql`
    jsonb_agg(jsonb_build_object('validFrom', p.valid_from, 'validTo', p.valid_to,
                                 'facts', jsonb_build_object('team', p.team_id, 'manager', p.manager_id)))`;
  const { rows } = await sql<PlacesOfPerson>`
    select c.employee_id as "employeeId",
           coalesce((select ${periods} from public.employments p
                      where p.organization_id = c.organization_id and p.employee_id = c.employee_id), '[]') as standing,
           coalesce((select ${periods} from jsonb_to_recordset(c.before -> 'employments')
                         as p(valid_from date, valid_to date, team_id uuid, manager_id uuid)), '[]') as found
      from public.import_changes c
     where c.organization_id = ${ctx.organizationId}::uuid and c.import_id = ${importId}::uuid
       and c.employee_id = any(${employeeIds}::uuid[])`.execute(ctx.tx);
  return rows;
}

/** Of one person: the teams, and under how many managers, that no period tells any more, each with its last day. */
export async function listFormerPlacesOf(
  ctx: TenantContext,
  employeeId: string,
): Promise<{ teams: { teamId: string; lastDay: string }[]; managers: { lastDay: string }[] }> {
  const teams = await ctx.tx
    .selectFrom('formerMembers')
    .select(['teamId', 'lastDay'])
    .where('employeeId', '=', employeeId)
    .orderBy('lastDay')
    .execute();
  const managers = await ctx.tx
    .selectFrom('formerReports')
    .select('lastDay')
    .where('employeeId', '=', employeeId)
    .orderBy('lastDay')
    .execute();
  return { teams, managers };
}

/** Forgets them of people who go, as if they had never been there. */
export async function deleteFormerPlaces(ctx: TenantContext, employeeIds: readonly string[]): Promise<void> {
  for (const table of ['formerMembers', 'formerReports'] as const)
    await ctx.tx.deleteFrom(table).where('employeeId', 'in', employeeIds).execute();
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
  const last = new Map<string, FormerTeamParent>();
  for (const row of rows) {
    const key = `${row.teamId} ${row.parentId}`;
    if (row.lastDay > (last.get(key)?.lastDay ?? '')) last.set(key, row);
  }
  await ctx.tx
    .insertInto('formerTeamParents')
    .values([...last.values()])
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
