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
import { getCountedDetail } from './counted-detail';
import type { Heatmap, HeatmapQuery } from './get-heatmap';
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
  /** What was asked for the view. */
  readonly query: HeatmapQuery;
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
  const counted = isCounted(view, chosen.query, row)
    ? await getCountedDetail(ctx, chosen.query, { row, dimension: chosen.dimension, most: MOST })
    : null;
  const shown =
    counted && !cell.frameworkVersions ? { ...cell, frameworkVersions: [...counted.versions] } : cell;
  return {
    title: `${DIMENSION_LABELS[chosen.dimension]}, ${rowName(row)}`,
    row,
    cell: shown,
    dimension: chosen.dimension,
    statements:
      cell.suppressed || row.released
        ? []
        : await statementsOf(ctx, cell, {
            socs: counted?.socs ?? (await socsOf(ctx, row, view)),
            dimension: chosen.dimension,
          }),
    why: row.released ? null : whyCell(shown, chosen.metric, (await getMethod(ctx)).version),
    targetKind: targetKind(cell),
  };
}

/** Whether the row was counted from people instead of read as stored for a team. */
function isCounted(view: Heatmap, query: HeatmapQuery, row: HeatmapRowView): boolean {
  if (row.kind === 'person' || row.released) return false;
  return query.rows !== 'team' || view.filtered || view.past;
}

async function statementsOf(
  ctx: TenantContext,
  cell: HeatmapCellView,
  { socs, dimension }: { readonly socs: readonly string[]; readonly dimension: Dimension },
): Promise<Statements> {
  const level = Math.floor(cell.mean ?? 0);
  const ranks = [level, level + 1].filter((rank) => rank >= 1 && rank <= 4);
  return listLevelStatements(ctx, { socs: [...socs], dimension, ranks });
}

function socsOf(ctx: TenantContext, row: HeatmapRowView, view: Heatmap): Promise<string[]> {
  return row.kind === 'person' ? occupationOf(ctx, row.id, view.asOf) : occupationsOf(ctx, row, view);
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
