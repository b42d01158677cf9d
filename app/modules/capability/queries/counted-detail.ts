import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { listCountedVersions, listMainOccupations } from '../data/figures-detail';
import type { FiguresSelection } from '../data/person-figures';
import { NONE } from '../domain/heatmap-filter';
import type { HeatmapRowView } from '../domain/heatmap-view';
import { subtreeOf } from '../domain/subtree';
import { type HeatmapQuery, sceneOf } from './get-heatmap';
import { selectFigures } from './heatmap-selection';

export interface CountedDetail {
  /** The most frequent main occupations of the row's people. */
  readonly socs: readonly string[];
  /** Framework versions of the ratings counted. */
  readonly versions: readonly string[];
}

interface CountedCell {
  readonly row: HeatmapRowView;
  readonly dimension: Dimension;
  /** How many occupations. */
  readonly most: number;
}

/** What stands behind a cell that was counted from people, as of today. */
export async function getCountedDetail(
  ctx: TenantContext,
  query: HeatmapQuery,
  { row, dimension, most }: CountedCell,
): Promise<CountedDetail> {
  const { access, filter } = await sceneOf(ctx, { ...query, asOf: null });
  const selection = selectFigures({ access, parentId: query.parentId, filter });
  const own = narrowed(selection, { query, row, tree: access.tree });
  return {
    socs: await listMainOccupations(ctx, own, most),
    versions: await listCountedVersions(ctx, own, dimension),
  };
}

interface Narrowed {
  readonly query: HeatmapQuery;
  readonly row: HeatmapRowView;
  readonly tree: Parameters<typeof subtreeOf>[0];
}

/** The people of one row of the selection. */
function narrowed(selection: FiguresSelection, { query, row, tree }: Narrowed): FiguresSelection {
  const id = row.id === NONE ? null : row.id;
  if (query.rows === 'site') return { ...selection, siteIds: [id] };
  if (query.rows === 'occupation') return { ...selection, socs: [id] };
  if (query.rows === 'band') return { ...selection, bands: [id === null ? null : Number(id)] };
  const teams = row.kind === 'direct' ? new Set([row.id]) : subtreeOf(tree, [row.id]);
  const { teamIds } = selection;
  return { ...selection, teamIds: teamIds === null ? [...teams] : teamIds.filter((one) => teams.has(one)) };
}
