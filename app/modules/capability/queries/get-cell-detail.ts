import type { TenantContext } from '#db/tenancy';
import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listGroupOccupations } from '~/modules/people/queries/list-group-occupations';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import {
  type HeatmapCellView,
  type HeatmapMetric,
  type HeatmapRowView,
  rowKey,
  rowName,
} from '../domain/heatmap-view';
import { subtreeOf } from '../domain/subtree';
import { mainOccupation } from '../domain/target';
import { type Why, whyCell } from '../domain/why-cell';
import type { Heatmap } from './get-heatmap';
import { getMethod } from './get-method';

type Statements = Awaited<ReturnType<typeof listLevelStatements>>;

export interface CellDetail {
  readonly title: string;
  readonly row: HeatmapRowView;
  readonly cell: HeatmapCellView;
  readonly dimension: Dimension;
  readonly statements: Statements;
  readonly why: Why | null;
  readonly targetKind: 'default' | 'written' | 'mixed' | null;
}

interface Chosen {
  readonly rowKey: string;
  readonly dimension: Dimension;
  readonly metric: HeatmapMetric;
}

/** Occupations whose statements are shown. */
const MOST = 3;

/**
 * What the side panel says of a cell of the view, or null when the view has no such cell. Of a released row it says what
 * the cell holds and nothing else: who does what in a group is no released figure (method.md 9.6, 9.7).
 */
export async function getCellDetail(
  ctx: TenantContext,
  view: Heatmap,
  chosen: Chosen,
): Promise<CellDetail | null> {
  const row = view.rows.find((candidate) => rowKey(candidate) === chosen.rowKey);
  const cell = row?.cells.find((candidate) => candidate.dimension === chosen.dimension);
  if (!row || !cell) return null;
  return {
    title: `${DIMENSION_LABELS[chosen.dimension]}, ${rowName(row)}`,
    row,
    cell,
    dimension: chosen.dimension,
    statements:
      cell.suppressed || row.released
        ? []
        : await statementsOf(ctx, view, { row, cell, dimension: chosen.dimension }),
    why: row.released ? null : whyCell(cell, chosen.metric, (await getMethod(ctx)).version),
    targetKind: targetKind(cell),
  };
}

async function statementsOf(
  ctx: TenantContext,
  view: Heatmap,
  { row, cell, dimension }: { row: HeatmapRowView; cell: HeatmapCellView; dimension: Dimension },
): Promise<Statements> {
  const level = Math.floor(cell.mean ?? 0);
  const ranks = [level, level + 1].filter((rank) => rank >= 1 && rank <= 4);
  const socs =
    row.kind === 'person' ? await occupationOf(ctx, row.id, view.asOf) : await occupationsOf(ctx, row, view);
  return listLevelStatements(ctx, { socs, dimension, ranks });
}

async function occupationOf(ctx: TenantContext, employeeId: string, day: string): Promise<string[]> {
  const main = mainOccupation(await listOccupationsAsOf(ctx, [employeeId], day));
  return main ? [main.soc] : [];
}

/** The most frequent occupations of a live row. */
async function occupationsOf(ctx: TenantContext, row: HeatmapRowView, view: Heatmap): Promise<string[]> {
  const tree = await getTeamTree(ctx, view.asOf);
  const teams = row.kind === 'direct' ? [row.id] : [...subtreeOf(tree, [row.id])];
  const counts = await listGroupOccupations(ctx, teams, view.asOf);
  return counts.slice(0, MOST).map(({ soc }) => soc);
}

function targetKind(
  cell: HeatmapCellView & { readonly writtenTarget?: number; readonly noTarget?: number },
): CellDetail['targetKind'] {
  const { people = 0, writtenTarget, noTarget = 0 } = cell;
  const withTarget = people - noTarget;
  if (writtenTarget === undefined || withTarget <= 0) return null;
  if (writtenTarget === 0) return 'default';
  return writtenTarget === withTarget ? 'written' : 'mixed';
}
