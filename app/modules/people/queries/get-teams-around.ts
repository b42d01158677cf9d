import type { TenantContext } from '#db/tenancy';
import { listTeamPlacesAround } from '../data/teams';
import { teamTree } from '../domain/team-tree';

/**
 * These teams, all above them and the teams right beneath each of these, as they stand on a day, each with its parent:
 * what the whole tree (getTeamTree) says of them. A team that is not there on the day is left out.
 */
export async function getTeamsAround(
  ctx: TenantContext,
  teamIds: readonly string[],
  asOf: string,
): Promise<{ readonly teamId: string; readonly parentId: string | null }[]> {
  const tree = teamTree(await listTeamPlacesAround(ctx, teamIds, asOf), asOf);
  return tree.map(({ teamId, parentId }) => ({ teamId, parentId }));
}
