import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';

export interface LevelCount {
  readonly dimension: Dimension;
  readonly level: Level | null;
  readonly target: Level | null;
  readonly people: number;
}

interface Scope {
  readonly dimensions: readonly Dimension[];
  readonly day: string;
  /** Only people directly in one of these; null: everybody. */
  readonly teamIds: readonly string[] | null;
  readonly siteId: string | null;
  /** Only these people; null: everybody. */
  readonly peopleIds: readonly string[] | null;
}

/** Active people counted by level and target in these dimensions, from their stored profiles. */
export async function countLevels(
  ctx: TenantContext,
  { dimensions, day, teamIds, siteId, peopleIds }: Scope,
): Promise<LevelCount[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<LevelCount>`
    select p.dimension, p.level, p.target, count(*)::int as people
      from employments e
      join profiles p on p.organization_id = ${organization}::uuid and p.employee_id = e.employee_id
       and p.dimension = any(${[...dimensions]}::text[])
     where e.organization_id = ${organization}::uuid and e.status = 'active'
       and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
       ${teamIds === null ? sql`` : sql`and e.team_id = any(${teamIds}::uuid[])`}
       ${siteId === null ? sql`` : sql`and e.site_id = ${siteId}::uuid`}
       ${peopleIds === null ? sql`` : sql`and e.employee_id = any(${peopleIds}::uuid[])`}
     group by p.dimension, p.level, p.target
     order by p.dimension, p.level, p.target`.execute(ctx.tx);
  return rows;
}
