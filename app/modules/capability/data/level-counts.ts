import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { ReadinessMoment } from './readiness-moves';

export interface LevelCount {
  readonly dimension: Dimension;
  readonly level: Level | null;
  readonly target: Level | null;
  readonly people: number;
}

interface Scope {
  readonly dimensions: readonly Dimension[];
  readonly moment: ReadinessMoment;
  /** Only people directly in one of these; null: everybody. */
  readonly teamIds: readonly string[] | null;
  readonly siteId: string | null;
  /** Only these people; null: everybody. */
  readonly peopleIds: readonly string[] | null;
}

/**
 * Active people counted by level and target in these dimensions: from their stored profiles, or as a release froze them
 * (the site is that of its day as known now).
 */
export async function countLevels(
  ctx: TenantContext,
  { dimensions, moment, teamIds, siteId, peopleIds }: Scope,
): Promise<LevelCount[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<LevelCount>`
    select p.dimension, p.level, p.target, count(*)::int as people
      from (${moment.kind === 'stored' ? stored(organization, moment.day, dimensions) : frozen(organization, moment, dimensions)}) p
     where true
       ${teamIds === null ? sql`` : sql`and p.team_id = any(${teamIds}::uuid[])`}
       ${siteId === null ? sql`` : sql`and p.site_id = ${siteId}::uuid`}
       ${peopleIds === null ? sql`` : sql`and p.employee_id = any(${peopleIds}::uuid[])`}
     group by p.dimension, p.level, p.target
     order by p.dimension, p.level, p.target`.execute(ctx.tx);
  return rows;
}

const stored = (organization: string, day: string, dimensions: readonly Dimension[]) => sql`
  select e.employee_id, e.team_id, e.site_id, f.dimension, f.level, f.target
    from employments e
    join profiles f on f.organization_id = ${organization}::uuid and f.employee_id = e.employee_id
     and f.dimension = any(${[...dimensions]}::text[])
   where e.organization_id = ${organization}::uuid and e.status = 'active'
     and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)`;

const frozen = (
  organization: string,
  { day, releaseId }: Extract<ReadinessMoment, { kind: 'release' }>,
  dimensions: readonly Dimension[],
) => sql`
  select r.employee_id, r.group_id as team_id, e.site_id, d.dimension,
         r.levels[d.position] as level, r.targets[d.position] as target
    from release_people r
   cross join unnest(${[...dimensions]}::text[],
                     ${dimensions.map((dimension) => DIMENSIONS.indexOf(dimension) + 1)}::int[]) as d(dimension, position)
    left join employments e on e.organization_id = ${organization}::uuid and e.employee_id = r.employee_id
     and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
   where r.organization_id = ${organization}::uuid and r.release_id = ${releaseId}::uuid`;
