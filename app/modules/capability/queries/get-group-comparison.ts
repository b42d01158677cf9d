import type { TenantContext } from '#db/tenancy';
import { Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import { compareGroups, type GroupDifference } from '../domain/compare-groups';
import type { HeatmapRows } from '../domain/heatmap-filter';
import type { HeatmapRowView } from '../domain/heatmap-view';
import { releasedParents } from '../domain/suppression/released-parents';
import { getHeatmap, type Heatmap, type HeatmapQuery, releasedOf, sceneOf } from './get-heatmap';

export interface GroupsQuery extends Pick<HeatmapQuery, 'viewer' | 'reach' | 'filter' | 'asOf'> {
  readonly rows: Exclude<HeatmapRows, 'person'>;
  /** Ids of two rows: of teams, sites or bands, or codes of occupations; `none` for the people without one. */
  readonly ids: readonly [string, string];
}

export interface ComparedGroup {
  readonly row: HeatmapRowView;
  /** The team that the row stands beneath; null: at the top, and for other rows. */
  readonly parentId: string | null;
}

export interface GroupComparison {
  /** The view that the first group stands in: its day, its release, what of it is left out. */
  readonly view: Heatmap;
  readonly first: ComparedGroup;
  readonly second: ComparedGroup;
  /** One team is beneath the other: its people count in both. */
  readonly sharePeople: boolean;
  readonly differences: readonly GroupDifference[];
}

/**
 * Two groups side by side, each cell as the heatmap shows it to this viewer: live, released or hidden.
 * @throws InvalidInput for twice the same group, Forbidden where the viewer reads figures by team only, NotFound for a
 * group that no row of the heatmap shows the viewer
 */
export async function getGroupComparison(ctx: TenantContext, query: GroupsQuery): Promise<GroupComparison> {
  const [firstId, secondId] = query.ids;
  if (firstId === secondId) {
    const detail = 'is the first group again.';
    throw new InvalidInput('Choose two different groups.', [{ pointer: 'b', detail }]);
  }
  const { viewer, reach, rows, filter, asOf = null } = query;
  const asked: HeatmapQuery = {
    ...{ viewer, reach, rows, asOf, parentId: null, limit: 1, after: null },
    ...(filter ? { filter } : {}),
  };
  const parentOf = await placesOf(ctx, asked);
  const views = new Map<string | null, Heatmap>();
  for (const parentId of new Set([parentOf(firstId), parentOf(secondId)]))
    views.set(parentId, await getHeatmap(ctx, { ...asked, parentId }));
  const find = (id: string): ComparedGroup => {
    const parentId = parentOf(id);
    const view = views.get(parentId);
    if (view?.onlyByTeam) throw new Forbidden('Figures for your role are released by team, without filters.');
    const row = view?.rows.find((one) => one.kind === 'group' && one.id === id);
    if (!row) throw new NotFound('There is no such group for your role on this day.');
    return { row, parentId };
  };
  const [first, second] = [find(firstId), find(secondId)];
  const sharePeople = isBeneath(firstId, secondId, parentOf) || isBeneath(secondId, firstId, parentOf);
  const view = views.get(first.parentId);
  if (!view) throw new Error('the view of the first group was read');
  return {
    ...{ view, first, second, sharePeople },
    differences: compareGroups(first.row, second.row, { sharePeople }),
  };
}

type ParentOf = (id: string) => string | null;

/**
 * The team that the row of a team stands beneath: on the day where the viewer sees it live, else in the tree of the
 * release that shows it, from which it may have moved since.
 */
async function placesOf(ctx: TenantContext, asked: HeatmapQuery): Promise<ParentOf> {
  if (asked.rows !== 'team') return () => null;
  const scene = await sceneOf(ctx, asked);
  const { tree, liveTeams } = scene.access;
  const { released } = await releasedOf(ctx, scene);
  const ofDay = new Map(tree.map(({ teamId, parentId }) => [teamId, parentId]));
  const ofRelease: ReadonlyMap<string, string | null> = released ? releasedParents(released.cut) : new Map();
  return (id) => {
    const place = liveTeams.has(id) ? undefined : ofRelease.get(id);
    return place === undefined ? (ofDay.get(id) ?? null) : place;
  };
}

/** Whether a row stands somewhere beneath another. */
function isBeneath(id: string, top: string, parentOf: ParentOf): boolean {
  const above = new Set<string>();
  for (let at = parentOf(id); at !== null && !above.has(at); at = parentOf(at)) above.add(at);
  return above.has(top);
}
