import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { TeamPlace } from '../domain/team-tree';

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
