import type { TenantContext } from '#db/tenancy';
import { listFiguresPlaces } from '../data/figures-page';
import { NONE } from '../domain/heatmap-filter';
import { type HeatmapRowView, rowKey } from '../domain/heatmap-view';
import { closeRow } from '../domain/waiting-figures';
import type { Scene } from './get-heatmap';
import { selectFigures } from './heatmap-selection';
import { listBlindPeople } from './list-blind-people';
import { groupOfPlace, listPastPlaces } from './past-groups';
import { rowGrouping } from './row-grouping';

interface LiveRows {
  readonly rows: readonly HeatmapRowView[];
  /** Teams whose people the viewer may read as of today; null: all. */
  readonly readable: () => Promise<readonly string[] | null>;
}

/**
 * Live rows as this viewer reads them: where somebody of a row has a rating that the viewer does not read yet, without the
 * figures that would tell it (waiting-figures.ts).
 */
export async function closeWaitingRows(
  ctx: TenantContext,
  scene: Scene,
  { rows, readable }: LiveRows,
): Promise<HeatmapRowView[]> {
  if (rows.length === 0) return [];
  const waiting = await listWaitingRows(ctx, scene, readable);
  const { suppressionK } = scene.method.constants;
  return rows.map((row) => (waiting.has(rowKey(row)) ? closeRow(row, suppressionK) : row));
}

/** Keys of the rows (rowKey) in which somebody has such a rating. */
async function listWaitingRows(
  ctx: TenantContext,
  scene: Scene,
  readable: LiveRows['readable'],
): Promise<ReadonlySet<string>> {
  const { query, access, filter, method, asOf, isPast } = scene;
  const selection = selectFigures({ access, parentId: query.parentId, filter });
  const places = await listBlindPeople(ctx, query.viewer, async () => {
    if (!isPast) return listFiguresPlaces(ctx, selection);
    return listPastPlaces(ctx, selection, { method, asOf, readable: await readable() });
  });
  const grouping = rowGrouping(scene);
  const keys = places.flatMap((place) => {
    const group = groupOfPlace(place, grouping);
    return group === null ? [] : [grouping.by === 'team' ? group : `group:${group || NONE}`];
  });
  return new Set(keys);
}
