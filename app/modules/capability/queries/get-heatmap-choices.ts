import type { TenantContext } from '#db/tenancy';
import { listSiteNames } from '~/modules/people/queries/list-site-names';
import { listMainCodes } from '../data/figures-page';
import type { NamedChoices } from '../domain/heatmap-words';
import { type HeatmapQuery, type Scene, sceneOf } from './get-heatmap';
import { titlesOf } from './titles-of';

/** Most teams that stand there to choose from; of a larger tree the upper ones. */
const MOST_TEAMS = 300;

/** Teams by their path, sites by name, occupations by title and code. */
export type HeatmapChoices = NamedChoices;

/**
 * What the viewer can narrow the heatmap to; null for viewers of released figures only, who can narrow nothing.
 * @param known the scene of the same query, where it was set before
 */
export async function getHeatmapChoices(
  ctx: TenantContext,
  query: HeatmapQuery,
  known?: Pick<Scene, 'access' | 'filter'>,
): Promise<HeatmapChoices | null> {
  const { access, filter } = known ?? (await sceneOf(ctx, query));
  if (access.liveTeams.size === 0) return null;
  const seen = access.tree.filter((team) => access.liveTeams.has(team.teamId));
  const depth = (path: string) => path.split(' / ').length;
  const upper = new Set([...seen].sort((a, b) => depth(a.path) - depth(b.path)).slice(0, MOST_TEAMS));
  const codes = await listMainCodes(ctx, access.everything ? null : [...access.liveTeams]);
  const titles = await titlesOf(ctx, codes);
  return {
    teams: seen
      .filter((team) => upper.has(team) || team.teamId === filter.team)
      .map(({ teamId, path }) => ({ id: teamId, name: path })),
    sites: (await listSiteNames(ctx)).map(({ siteId, name }) => ({ id: siteId, name })),
    occupations: codes.map((soc) => ({ id: soc, name: `${titles[soc] ?? soc} (${soc})` })),
  };
}
