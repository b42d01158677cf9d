import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

export interface OccupationCount {
  readonly soc: string;
  readonly people: number;
}

/** How many active people of these teams have each occupation as their main one (largest share, ties lower code). */
export async function countMainOccupations(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<OccupationCount[]> {
  if (teamIds.length === 0) return [];
  const organization = ctx.organizationId;
  const { rows } = await sql<OccupationCount>`
    select soc, count(*)::int as people
      from (select distinct on (o.employee_id) o.soc
              from employments e
              join employee_occupations o on o.organization_id = ${organization} and o.employee_id = e.employee_id
             where e.organization_id = ${organization}
               and e.team_id = any(${teamIds}::uuid[])
               and e.status = 'active'
               and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
               and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
             order by o.employee_id, o.share desc, o.soc) as main
     group by soc order by people desc, soc`.execute(ctx.tx);
  return rows;
}
