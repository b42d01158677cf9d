import type { TenantContext } from '#db/tenancy';
import { listTeamPlaces } from '../data/teams';
import { subtreeTeamIds, teamTree } from '../domain/team-tree';

/** The ids of these teams and of all below them on a day, each once; unknown teams give nothing. */
export async function listSubtreeTeamIds(
  ctx: TenantContext,
  teamIds: readonly string[],
  asOf: string,
): Promise<string[]> {
  const tree = teamTree(await listTeamPlaces(ctx), asOf);
  return [...new Set(teamIds.flatMap((teamId) => subtreeTeamIds(tree, teamId)))];
}
