import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

export interface SitePeople {
  /** People who are there on the day, those who left not counted. */
  readonly now: number;
  /** People who are, were or will be there. */
  readonly ever: number;
}

/** People counted by site; a site with nobody ever is not in it. */
export async function countPeopleBySite(ctx: TenantContext, day: string): Promise<Map<string, SitePeople>> {
  const { rows } = await sql<SitePeople & { siteId: string }>`
    select site_id as "siteId", count(distinct employee_id)::int as ever,
           (count(distinct employee_id) filter (where status <> 'left' and valid_from <= ${day}::date
              and (valid_to is null or valid_to > ${day}::date)))::int as now
      from employments
     where organization_id = ${ctx.organizationId} and site_id is not null
     group by site_id`.execute(ctx.tx);
  return new Map(rows.map(({ siteId, now, ever }) => [siteId, { now, ever }]));
}

/** Ids and external ids of people with periods at both sites: after a merge such periods can be one. */
export async function listPeopleAtBoth(
  ctx: TenantContext,
  sites: readonly [string, string],
): Promise<{ employeeId: string; externalId: string }[]> {
  const { rows } = await sql<{ employeeId: string; externalId: string }>`
    select p.employee_id as "employeeId", p.external_id as "externalId"
      from employees p
     where p.organization_id = ${ctx.organizationId}
       and (select count(distinct e.site_id) from employments e
             where e.organization_id = ${ctx.organizationId} and e.employee_id = p.employee_id
               and e.site_id = any(${[...sites]}::uuid[])) = 2`.execute(ctx.tx);
  return rows;
}

/** Moves every period of every person from one site to another, of all days. @returns whose periods were moved. */
export async function moveSitePeople(ctx: TenantContext, from: string, to: string): Promise<string[]> {
  const rows = await ctx.tx
    .updateTable('employments')
    .set({ siteId: to })
    .where('siteId', '=', from)
    .returning('employeeId')
    .execute();
  return rows.map((row) => row.employeeId);
}

/** Moves every position from one site to another. */
export async function moveSitePositions(ctx: TenantContext, from: string, to: string): Promise<void> {
  await ctx.tx.updateTable('positions').set({ siteId: to }).where('siteId', '=', from).execute();
}

/** Positions that stand at a site. */
export async function countSitePositions(ctx: TenantContext, siteId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('positions')
    .select((eb) => eb.fn.countAll<number>().as('positions'))
    .where('siteId', '=', siteId)
    .executeTakeFirstOrThrow();
  return row.positions;
}
