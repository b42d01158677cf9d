import type { TenantContext } from '#db/tenancy';
import type { HeatmapRows } from '../domain/heatmap-filter';
import { type Choice, filterChoices } from '../domain/heatmap-words';
import { getHeatmap, type HeatmapQuery, sceneOf } from './get-heatmap';
import { getHeatmapChoices } from './get-heatmap-choices';

/** Most groups whose released children are looked for. */
const MOST_OPENED = 40;

/**
 * The groups that the viewer can compare in these rows: what is seen live and, of teams, what released rows show, down to
 * the children of the first released groups.
 */
export async function listComparableGroups(
  ctx: TenantContext,
  query: Omit<HeatmapQuery, 'parentId' | 'rows'>,
  rows: Exclude<HeatmapRows, 'person'>,
): Promise<Choice[]> {
  const asked: HeatmapQuery = { ...query, parentId: null, rows };
  const choices = await getHeatmapChoices(ctx, asked);
  const live = choices ? [...filterChoices(choices)[rows]] : [];
  if (rows !== 'team') return live;
  const { access } = await sceneOf(ctx, asked);
  if (access.everything) return live;
  const known = new Map(live.map((choice) => [choice.id, choice]));
  const { filter: _unfiltered, ...unfiltered } = asked;
  const opened: (string | null)[] = [null];
  for (let at = 0; at < opened.length && at < MOST_OPENED; at += 1) {
    const view = await getHeatmap(ctx, { ...unfiltered, parentId: opened[at] ?? null });
    for (const { id, kind, hasChildren, released } of view.rows) {
      if (!released || kind !== 'group' || id === '') continue;
      const path = access.tree.find((team) => team.teamId === id)?.path;
      if (path !== undefined) known.set(id, { id, name: path });
      if (hasChildren) opened.push(id);
    }
  }
  return [...known.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
