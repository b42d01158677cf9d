import type { TenantContext } from '#db/tenancy';
import { listBlindRatingsAbout, meetsBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import {
  type CountedLevels,
  countLevelPairs,
  findKeptDay,
  type KeptDay,
  listKeptPeople,
} from '../data/month-end-levels';
import type { FiguresGrouping, FiguresSelection } from '../data/person-figures';
import { changeBetween, type Pair, type Standing } from '../domain/change-between';
import { NONE } from '../domain/heatmap-filter';
import { type HeatmapRowView, rowKey } from '../domain/heatmap-view';
import { type Heatmap, type HeatmapQuery, readableToday, sceneOf } from './get-heatmap';
import { selectFigures } from './heatmap-selection';
import { listBlindPeople } from './list-blind-people';
import { rowGrouping } from './row-grouping';

/**
 * The view with the change of its mean levels since a month end, from the levels kept with its release: for any number of
 * people. The kept day is the last on or before `since`, else the oldest. People with ratings that the viewer does not
 * read yet are left out of both days. Null where no earlier day is kept.
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
  const past = { selection, grouping: rowGrouping(then) };
  const without = await listBlindOn(ctx, query.viewer, { chosen, kept, past });
  const counts = await countLevelPairs(ctx, {
    kept,
    past: { ...past, selection: { ...selection, without } },
    now: { selection: { ...chosen, without }, grouping: rowGrouping(now) },
    readable: await readableToday(ctx, now),
  });
  const byTeam = query.rows === 'team';
  const ofRow = Map.groupBy(counts, ({ group }) => (byTeam ? (group ?? '') : `group:${group ?? NONE}`));
  const rows = view.rows.map((row) => withChanges(row, ofRow.get(rowKey(row)) ?? []));
  return { ...view, rows, since: kept.asOf, monthEnd: true };
}

interface BothDays {
  readonly chosen: FiguresSelection;
  readonly kept: KeptDay;
  readonly past: { readonly selection: FiguresSelection; readonly grouping: FiguresGrouping };
}

/** Ids of those selected on either day with ratings that the viewer does not read yet. */
async function listBlindOn(ctx: TenantContext, viewer: Viewer, { chosen, kept, past }: BothDays) {
  if (!meetsBlindRatings(viewer)) return [];
  const { places } = await listBlindPeople(ctx, viewer, chosen);
  const before = await listBlindRatingsAbout(ctx, viewer, await listKeptPeople(ctx, kept, past));
  return [...new Set([...places, ...before].map(({ employeeId }) => employeeId))];
}

function withChanges(row: HeatmapRowView, counts: readonly CountedLevels[]): HeatmapRowView {
  if (row.released || row.kind === 'person') return row;
  const ofDimension = Map.groupBy(counts, ({ dimension }) => DIMENSIONS[dimension - 1]);
  return {
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      change: changeBetween((ofDimension.get(cell.dimension) ?? []).map(pairOf), 'level'),
    })),
  };
}

function pairOf({ before, after, wasIn, isIn, people }: CountedLevels): Pair {
  const standing = (level: number | null): Standing => ({ level: level as Level | null, target: null });
  return { before: wasIn ? standing(before) : null, after: isIn ? standing(after) : null, people };
}
