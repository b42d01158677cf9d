import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Ids of everybody who is in one of these teams on a day, whatever their status. */
export async function listAnyStatusIds(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('employments')
    .select('employeeId')
    .distinct()
    .where('teamId', 'in', teamIds)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .execute();
  return rows.map((row) => row.employeeId);
}

export interface LastDay {
  readonly employeeId: string;
  readonly lastDay: string;
}

/**
 * The last day up to a day on which people were in one of these teams, each until its own last day, or had this manager,
 * whatever their status; who never did is not there. The day of a change counts as one of before too: until the change
 * was told on that day, all was as before. What was known so and is told no more counts too (former-places.ts).
 */
export async function listLastDays(
  ctx: TenantContext,
  {
    teams,
    managerId,
    day,
  }: { readonly teams: ReadonlyMap<string, string>; readonly managerId: string | null; readonly day: string },
): Promise<LastDay[]> {
  const { rows } = await sql<LastDay>`
    select employee_id as "employeeId", max(last)::text as "lastDay"
    from (
      select e.employee_id, e.valid_from, least(coalesce(e.valid_to, t.last), t.last) as last
      from unnest(${[...teams.keys()]}::uuid[], ${[...teams.values()]}::date[]) as t (team_id, last)
      join employments e using (team_id)
      union all
      select e.employee_id, e.valid_from, least(coalesce(e.valid_to, ${day}::date), ${day}::date)
      from employments e
      where e.manager_id = ${managerId}::uuid
      union all
      select f.employee_id, '-infinity', least(f.last_day, t.last)
      from unnest(${[...teams.keys()]}::uuid[], ${[...teams.values()]}::date[]) as t (team_id, last)
      join former_members f using (team_id)
      union all
      select f.employee_id, '-infinity', least(f.last_day, ${day}::date)
      from former_reports f
      where f.manager_id = ${managerId}::uuid
    ) as found
    where valid_from <= last
    group by employee_id`.execute(ctx.tx);
  return rows;
}
