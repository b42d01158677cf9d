import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { RequirementPeriod } from '../domain/requirements/requirement';

interface Row {
  readonly requirementId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly name: string;
  readonly dimension: RequirementPeriod['dimension'];
  readonly level: RequirementPeriod['level'];
  readonly minimum: number;
  readonly reason: string;
  readonly reach: 'teams' | 'below';
  readonly belowTeamId: string | null;
  readonly nameHolds: string;
  readonly teamIds: readonly string[];
}

/** All periods of these requirements, or of all, by requirement and first day. */
export async function listRequirementPeriods(
  ctx: TenantContext,
  requirementIds: readonly string[] | null,
): Promise<RequirementPeriod[]> {
  const { organizationId } = ctx;
  const { rows } = await sql<Row>`
    select r.requirement_id as "requirementId", r.valid_from as "validFrom", r.valid_to as "validTo", r.name,
           r.dimension, r.level::int as level, r.minimum, r.reason, r.reach, r.below_team_id as "belowTeamId",
           r.name_holds as "nameHolds",
           array(select t.team_id from group_requirement_teams t
                  where t.organization_id = ${organizationId} and t.requirement_id = r.requirement_id
                    and t.valid_from = r.valid_from order by t.team_id) as "teamIds"
      from group_requirements r
     where r.organization_id = ${organizationId}
       and (${requirementIds}::uuid[] is null or r.requirement_id = any(${requirementIds}::uuid[]))
     order by r.requirement_id, r.valid_from`.execute(ctx.tx);
  return rows.map(({ reach, belowTeamId, nameHolds, teamIds, ...row }) => ({
    ...row,
    groups:
      reach === 'teams' ? { kind: 'teams', teamIds } : { kind: 'below', teamId: belowTeamId, nameHolds },
  }));
}

/** Deletes periods by requirement and first day, with their teams. */
export async function deleteRequirementPeriods(
  ctx: TenantContext,
  keys: readonly Pick<RequirementPeriod, 'requirementId' | 'validFrom'>[],
): Promise<void> {
  for (const { requirementId, validFrom } of keys) {
    await ctx.tx
      .deleteFrom('groupRequirements')
      .where('requirementId', '=', requirementId)
      .where('validFrom', '=', validFrom)
      .execute();
  }
}

/** Adds periods with their teams; none of the same first day is there. */
export async function insertRequirementPeriods(
  ctx: TenantContext,
  periods: readonly RequirementPeriod[],
): Promise<void> {
  for (const { groups, ...period } of periods) {
    const below = groups.kind === 'below' ? groups : null;
    await ctx.tx
      .insertInto('groupRequirements')
      .values({
        ...period,
        reach: groups.kind,
        belowTeamId: below?.teamId ?? null,
        nameHolds: below?.nameHolds ?? '',
        recordedAt: ctx.now,
      })
      .execute();
    if (groups.kind === 'below') continue;
    const { requirementId, validFrom } = period;
    const rows = [...new Set(groups.teamIds)].map((teamId) => ({ requirementId, validFrom, teamId }));
    await ctx.tx.insertInto('groupRequirementTeams').values(rows).execute();
  }
}

/** One change of requirements at a time, until the transaction ends. */
export async function lockRequirements(ctx: TenantContext): Promise<void> {
  const key = `requirements:${ctx.organizationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
}
