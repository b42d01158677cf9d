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
