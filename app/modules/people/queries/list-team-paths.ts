import type { TenantContext } from '#db/tenancy';
import { getTeamTree } from './get-team-tree';

const MOST = 200;

/** Paths of the day's teams to choose from; none where there are too many for a list: then one types and is offered. */
export async function listTeamPaths(ctx: TenantContext, day: string): Promise<string[]> {
  const tree = await getTeamTree(ctx, day);
  return tree.length > MOST ? [] : tree.map(({ path }) => path);
}
