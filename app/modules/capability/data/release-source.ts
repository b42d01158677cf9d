import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { ReleasePerson } from '../domain/suppression/release-facts';

/** The active people on a day with their stored levels and targets, in the order of DIMENSIONS. */
export async function listReleasePeople(ctx: TenantContext, asOf: string): Promise<ReleasePerson[]> {
  const organization = ctx.organizationId;
  const order = [...DIMENSIONS];
  const { rows } = await sql<ReleasePerson>`
    select e.employee_id as "employeeId", e.team_id as "groupId",
           array_agg(p.level order by d.position) as levels,
           array_agg(p.target order by d.position) as targets,
           array_agg(case when p.assessed_on is null then null else p.assessed_on::text || ' ' || p.rater_kind end
                     order by d.position) as ratings
      from employments e
     cross join unnest(${order}::text[]) with ordinality as d(dimension, position)
      left join profiles p on p.organization_id = ${organization} and p.employee_id = e.employee_id and p.dimension = d.dimension
     where e.organization_id = ${organization}
       and e.status = 'active'
       and e.valid_from <= ${asOf}::date and (e.valid_to is null or e.valid_to > ${asOf}::date)
     group by e.employee_id, e.team_id
     order by e.employee_id`.execute(ctx.tx);
  return rows;
}
