import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { PlaceFacts } from '../domain/team-timeline';
import type { TeamPlace } from '../domain/team-tree';
import type { TimelineChange } from '../domain/timeline';

/** Every place that every team had in the tree, of all days. */
export async function listTeamPlaces(ctx: TenantContext): Promise<TeamPlace[]> {
  return ctx.tx
    .selectFrom('teamParents')
    .innerJoin('teams', 'teams.teamId', 'teamParents.teamId')
    .select([
      'teams.teamId',
      'teams.name',
      'teamParents.parentId',
      'teamParents.validFrom',
      'teamParents.validTo',
    ])
    .orderBy('teamParents.teamId')
    .orderBy('teamParents.validFrom')
    .execute();
}

/** The places on a day of these teams, of all above them, and of the teams right beneath each of these. */
export async function listTeamPlacesAround(
  ctx: TenantContext,
  teamIds: readonly string[],
  asOf: string,
): Promise<TeamPlace[]> {
  const organization = sql`${ctx.organizationId}::uuid`;
  const isOnDay = sql`p.valid_from <= ${asOf}::date and (p.valid_to is null or p.valid_to > ${asOf}::date)`;
  const { rows } = await sql<TeamPlace>`
    with recursive above (team_id, parent_id) as (
      select p.team_id, p.parent_id from team_parents p
       where p.organization_id = ${organization} and p.team_id = any(${teamIds}::uuid[]) and ${isOnDay}
      union
      select p.team_id, p.parent_id from above a
        join team_parents p on p.organization_id = ${organization} and p.team_id = a.parent_id
       where ${isOnDay}
    ), around (team_id) as (
      select team_id from above
      union
      select p.team_id from above a
        join team_parents p on p.organization_id = ${organization} and p.parent_id = a.team_id
       where ${isOnDay}
    )
    select t.team_id, t.name, p.parent_id, p.valid_from, p.valid_to from around
      join team_parents p on p.organization_id = ${organization} and p.team_id = around.team_id
      join teams t on t.organization_id = ${organization} and t.team_id = around.team_id
     where ${isOnDay}`.execute(ctx.tx);
  return rows;
}

export interface NewTeam {
  readonly teamId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly validFrom: string;
}

/** Adds teams and their places; a parent is known already or is among them. */
export async function insertTeams(ctx: TenantContext, teams: readonly NewTeam[]): Promise<void> {
  for (const batch of batches(teams)) {
    const rows = batch.map(({ teamId, name }) => ({ teamId, name }));
    await ctx.tx.insertInto('teams').values(rows).execute();
  }
  for (const batch of batches(teams)) {
    const rows = batch.map(({ teamId, parentId, validFrom }) => ({ teamId, parentId, validFrom }));
    await ctx.tx.insertInto('teamParents').values(rows).execute();
  }
}

/** Gives a team another name; names have no days. */
export async function updateTeamName(ctx: TenantContext, teamId: string, name: string): Promise<void> {
  await ctx.tx.updateTable('teams').set({ name }).where('teamId', '=', teamId).execute();
}

/** Takes places of a team away by their first days, and stores others; a place is known by its first day. */
export async function storePlaces(
  ctx: TenantContext,
  teamId: string,
  { removed, written }: TimelineChange<PlaceFacts>,
): Promise<void> {
  if (removed.length > 0)
    await ctx.tx
      .deleteFrom('teamParents')
      .where('teamId', '=', teamId)
      .where('validFrom', 'in', removed)
      .execute();
  if (written.length === 0) return;
  await ctx.tx
    .insertInto('teamParents')
    .values(
      written.map(({ validFrom, validTo, facts }) => ({
        teamId,
        validFrom,
        validTo,
        ...facts,
        recordedAt: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'teamId', 'validFrom']).doUpdateSet((eb) => ({
        validTo: eb.ref('excluded.validTo'),
        parentId: eb.ref('excluded.parentId'),
        recordedAt: eb.ref('excluded.recordedAt'),
      })),
    )
    .execute();
}

/** Takes a team away in which nobody is or was, and beneath which no team is or was. */
export async function deleteTeam(ctx: TenantContext, teamId: string): Promise<void> {
  await ctx.tx.deleteFrom('teams').where('teamId', '=', teamId).execute();
}
