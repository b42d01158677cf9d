import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { type CountedLevels, countLevelPairs, findKeptDay } from '../data/month-end-levels';
import { changeBetween, type Pair, type Standing } from '../domain/change-between';
import { NONE } from '../domain/heatmap-filter';
import { type HeatmapRowView, rowKey } from '../domain/heatmap-view';
import { withChangeOf } from '../domain/waiting-figures';
import { type Heatmap, type HeatmapQuery, readableToday, sceneOf } from './get-heatmap';
import { selectFigures } from './heatmap-selection';
import { rowGrouping } from './row-grouping';

/**
 * The view with the change of its mean levels since a month end, from the levels kept with its release: for any number of
 * people. The kept day is the last on or before `since`, else the oldest. Null where no earlier day is kept.
 */
export async function withMonthEndTrend(
  ctx: TenantContext,
  view: Heatmap,
  { query, since }: { readonly query: HeatmapQuery; readonly since: string },
): Promise<Heatmap | null> {
  const kept = await findKeptDay(ctx, { since, before: view.asOf });
  if (!kept) return null;
  const now = await sceneOf(ctx, query);
  const then = await sceneOf(ctx, { ...query, asOf: kept.asOf });
  const chosen = selectFigures({ access: now.access, parentId: query.parentId, filter: now.filter });
  const selection = selectFigures({ access: then.access, parentId: query.parentId, filter: then.filter });
  const counts = await countLevelPairs(ctx, {
    kept,
    past: { selection, grouping: rowGrouping(then) },
    now: { selection: chosen, grouping: rowGrouping(now) },
    readable: await readableToday(ctx, now),
  });
  const byTeam = query.rows === 'team';
  const ofRow = Map.groupBy(counts, ({ group }) => (byTeam ? (group ?? '') : `group:${group ?? NONE}`));
  const k = now.method.constants.suppressionK;
  const rows = view.rows.map((row) => withChanges(row, ofRow.get(rowKey(row)) ?? [], k));
  return { ...view, rows, since: kept.asOf, monthEnd: true };
}

function withChanges(row: HeatmapRowView, counts: readonly CountedLevels[], k: number): HeatmapRowView {
  if (row.released || row.kind === 'person') return row;
  const ofDimension = Map.groupBy(counts, ({ dimension }) => DIMENSIONS[dimension - 1]);
  return {
    ...row,
    cells: row.cells.map((cell) => {
      const pairs = (ofDimension.get(cell.dimension) ?? []).map(pairOf);
      return withChangeOf(row, cell, { change: changeBetween(pairs, 'level'), k });
    }),
  };
}

function pairOf({ before, after, wasIn, isIn, people }: CountedLevels): Pair {
  const standing = (level: number | null): Standing => ({ level: level as Level | null, target: null });
  return { before: wasIn ? standing(before) : null, after: isIn ? standing(after) : null, people };
}
