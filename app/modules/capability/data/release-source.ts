import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { readMoves } from '../domain/suppression/moves-column';
import type { ReleasePerson } from '../domain/suppression/release-facts';

type StoredPerson = Omit<ReleasePerson, 'moves'> & { readonly movesOfQuarter: readonly number[] | null };

/**
 * The active people on a day with their stored levels and targets, in the order of DIMENSIONS, who of them holds what
 * (holders.ts), and their moves of the quarter whose first day is given.
 */
export async function listReleasePeople(
  ctx: TenantContext,
  asOf: string,
  quarter: string,
): Promise<ReleasePerson[]> {
  const organization = ctx.organizationId;
  const order = [...DIMENSIONS];
  const { rows } = await sql<StoredPerson>`
    select e.employee_id as "employeeId", e.team_id as "groupId",
           array_agg(p.level order by d.position) as levels,
           array_agg(p.target order by d.position) as targets,
           array_agg(case when p.assessed_on is null then null else p.assessed_on::text || ' ' || p.rater_kind end
                     order by d.position) as ratings,
           array_agg(case when e.available and p.rater_kind <> 'self' and p.recheck_on > ${asOf}::date then p.level end
                     order by d.position) as holds,
           array_agg(case when p.target is not null then p.strength_units end order by d.position) as strengths,
           max(case when o.quarter = ${quarter}::date then array[o.pairs, o.rises, o.falls, o.net]
                    when o.quarter > ${quarter}::date
                    then array[o.former_pairs, o.former_rises, o.former_falls, o.former_net] end) as "movesOfQuarter"
      from employments e
     cross join unnest(${order}::text[]) with ordinality as d(dimension, position)
      left join profiles p on p.organization_id = ${organization} and p.employee_id = e.employee_id and p.dimension = d.dimension
      left join person_overview o on o.organization_id = ${organization} and o.employee_id = e.employee_id
     where e.organization_id = ${organization}
       and e.status = 'active'
       and e.valid_from <= ${asOf}::date and (e.valid_to is null or e.valid_to > ${asOf}::date)
     group by e.employee_id, e.team_id
     order by e.employee_id`.execute(ctx.tx);
  return rows.map(({ movesOfQuarter, ...person }) => ({ ...person, moves: readMoves(movesOfQuarter) }));
}
