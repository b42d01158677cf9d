import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { type TeamCell, teamCellOf } from '../domain/team-cell';

export interface DirectCell {
  readonly teamId: string;
  readonly dimension: Dimension;
  readonly cell: TeamCell;
}

/**
 * The cells of the active people directly in these teams, summed from their stored profiles.
 * The same integers as personCell and isHolder give (a property test holds both against each other).
 */
export async function sumDirectCells(
  ctx: TenantContext,
  teamIds: readonly string[],
  asOf: string,
): Promise<DirectCell[]> {
  if (teamIds.length === 0) return [];
  const organization = ctx.organizationId;
  const { rows } = await sql<TeamCell & Pick<DirectCell, 'teamId' | 'dimension'>>`
    select e.team_id as "teamId", p.dimension,
           count(*)::int as people,
           count(p.level)::int as assessed,
           count(*) filter (where p.level = 0)::int as n0,
           count(*) filter (where p.level = 1)::int as n1,
           count(*) filter (where p.level = 2)::int as n2,
           count(*) filter (where p.level = 3)::int as n3,
           count(*) filter (where p.level = 4)::int as n4,
           count(p.target)::int as "withTarget",
           count(*) filter (where p.target is not null and not p.default_target)::int as "writtenTarget",
           count(*) filter (where p.target is null)::int as "noTarget",
           count(p.gap)::int as "assessedWithTarget",
           coalesce(sum(p.target) filter (where p.gap is not null), 0)::int as "targetSum",
           coalesce(sum(p.gap), 0)::int as "gapSum",
           coalesce(sum(p.weight * p.gap), 0)::int as "weightedGapSum",
           coalesce(sum(p.weight * p.target) filter (where p.gap is not null), 0)::int as "weightedTargetSum",
           count(*) filter (where p.gap = 0)::int as "atTarget",
           count(*) filter (where p.recheck_on <= ${asOf}::date)::int as "recheckDue",
           coalesce(sum(p.strength_units), 0)::bigint as "strengthUnits",
           coalesce(sum(p.self_manager_difference), 0)::int as "diffSum",
           count(p.self_manager_difference)::int as "diffN",
           (max(p.assessed_on) - date '1970-01-01')::int as "newestDay",
           (min(p.next_change_on) - date '1970-01-01')::int as "nextChangeDay",
           count(*) filter (where h.holder and p.level = 1)::int as h1,
           count(*) filter (where h.holder and p.level = 2)::int as h2,
           count(*) filter (where h.holder and p.level = 3)::int as h3,
           count(*) filter (where h.holder and p.level = 4)::int as h4,
           count(p.critical_level)::int as "criticalPeople",
           min(p.critical_level)::int as "criticalMin",
           coalesce(array_agg(distinct p.framework_version collate "C" order by p.framework_version collate "C")
                      filter (where p.framework_version is not null), '{}') as "frameworkVersions"
      from employments e
      join profiles p on p.organization_id = ${organization} and p.employee_id = e.employee_id
     cross join lateral (
           select coalesce(e.available and p.rater_kind <> 'self' and p.recheck_on > ${asOf}::date, false) as holder) h
     where e.organization_id = ${organization}
       and e.team_id = any(${teamIds}::uuid[])
       and e.status = 'active'
       and e.valid_from <= ${asOf}::date and (e.valid_to is null or e.valid_to > ${asOf}::date)
     group by e.team_id, p.dimension`.execute(ctx.tx);
  return rows.map((row) => ({ teamId: row.teamId, dimension: row.dimension, cell: teamCellOf(row) }));
}
