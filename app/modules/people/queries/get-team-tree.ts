import type { TenantContext } from '#db/tenancy';
import { listTeamPlaces } from '../data/teams';
import { type TeamNode, teamTree } from '../domain/team-tree';

/** The teams as they stand on a day, each after its parent, siblings by name; path is "A / B / C". */
export async function getTeamTree(ctx: TenantContext, asOf: string): Promise<TeamNode[]> {
  return teamTree(await listTeamPlaces(ctx), asOf);
}
