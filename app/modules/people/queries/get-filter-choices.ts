import type { TenantContext } from '#db/tenancy';
import { listHeldCodes } from '../data/people-list';
import { listSites } from '../data/sites';
import { type DirectoryReader, getDirectoryScope } from './get-directory-scope';
import { getTeamTree } from './get-team-tree';
import { teamsInReach } from './teams-in-reach';

/** Most teams that a list to choose from has; of a larger tree the upper teams. */
const MOST_TEAMS = 400;

export interface FilterChoices {
  readonly teams: readonly { readonly id: string; readonly path: string }[];
  /** Whether there are teams that do not stand there. */
  readonly moreTeams: boolean;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Codes that somebody holds whom the viewer meets. */
  readonly occupations: readonly string[];
}

/** What a list of people can be narrowed to on a day. @param team The one that is chosen now, which always stands there. */
export async function getFilterChoices(
  ctx: TenantContext,
  reader: DirectoryReader,
  { day, team }: { readonly day: string; readonly team: string | null },
): Promise<FilterChoices> {
  const tree = await getTeamTree(ctx, day);
  const known = await teamsInReach(ctx, { ...reader, tree, asOf: day });
  const depthOf = depths(known);
  let depth = Math.max(0, ...depthOf.values());
  const upTo = (most: number) => known.filter(({ teamId }) => (depthOf.get(teamId) ?? 0) <= most);
  while (depth > 0 && upTo(depth).length > MOST_TEAMS) depth -= 1;
  const shown = new Set(upTo(depth).slice(0, MOST_TEAMS));
  const teams = known.filter((node) => shown.has(node) || node.teamId === team);
  const sites = await listSites(ctx);
  return {
    teams: teams.map(({ teamId, path }) => ({ id: teamId, path })),
    moreTeams: known.length > teams.length,
    sites: sites.map(({ siteId, name }) => ({ id: siteId, name })),
    occupations: await listHeldCodes(ctx, day, await getDirectoryScope(ctx, reader, day)),
  };
}

function depths(
  teams: readonly { readonly teamId: string; readonly parentId: string | null }[],
): Map<string, number> {
  const depthOf = new Map<string, number>();
  for (const { teamId, parentId } of teams) {
    const above = parentId === null ? undefined : depthOf.get(parentId);
    depthOf.set(teamId, above === undefined ? 0 : above + 1);
  }
  return depthOf;
}
