import type { TenantContext } from '#db/tenancy';
import { type HeatmapRows, isFiltered, NO_FILTER } from '../domain/heatmap-filter';
import { filterChoices, type NamedChoices } from '../domain/heatmap-words';
import { subtreeOf } from '../domain/subtree';
import { releasedParents } from '../domain/suppression/released-parents';
import { type ListedGroups, upperGroups } from '../domain/upper-groups';
import { type HeatmapQuery, releasedOf, type Scene, sceneOf } from './get-heatmap';

/** Most groups that stand there to choose from. */
const MOST_GROUPS = 1_000;

interface GroupsToCompare extends Omit<HeatmapQuery, 'parentId' | 'rows'> {
  readonly rows: Exclude<HeatmapRows, 'person'>;
  /** What the viewer can narrow the heatmap to (getHeatmapChoices). */
  readonly choices: NamedChoices | null;
  /** Ids that are chosen already. */
  readonly chosen: readonly string[];
}

/**
 * The groups that the viewer can compare in these rows: what is seen live and, of teams, what released rows show. Of
 * teams seen live only those within the team that the filter names.
 */
export async function listComparableGroups(
  ctx: TenantContext,
  { rows, choices, chosen, ...query }: GroupsToCompare,
): Promise<ListedGroups> {
  if (rows !== 'team') return { groups: choices ? [...filterChoices(choices)[rows]] : [], unlisted: 0 };
  const scene = await sceneOf(ctx, { ...query, parentId: null, rows });
  const { tree } = scene.access;
  const shown = new Set([...liveTeams(scene), ...(await releasedTeams(ctx, scene))]);
  const teams = tree
    .filter(({ teamId }) => shown.has(teamId))
    .map(({ teamId: id, path: name }) => ({ id, name }));
  return upperGroups(teams, { most: MOST_GROUPS, chosen });
}

function liveTeams({ access, filter }: Scene): readonly string[] {
  const within = filter.team === null ? null : subtreeOf(access.tree, [filter.team]);
  return [...access.liveTeams].filter((teamId) => within?.has(teamId) ?? true);
}

/** Whoever sees nothing live finds them beside filters too, which released figures do not have: the page says so. */
async function releasedTeams(ctx: TenantContext, scene: Scene): Promise<readonly string[]> {
  const { access } = scene;
  if (isFiltered(scene.filter) && access.liveTeams.size > 0) return [];
  const { released } = await releasedOf(ctx, { ...scene, filter: NO_FILTER });
  if (!released) return [];
  const onTheDay = new Set<string | null>([null, ...access.tree.map(({ teamId }) => teamId)]);
  return [...releasedParents(released.cut)]
    .filter(([, parentId]) => onTheDay.has(parentId))
    .map(([teamId]) => teamId);
}
