import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';
import { addDays } from '~/shared/calendar-day';
import { InvalidInput, isCadreError } from '~/shared/errors';
import { countFigures } from '../data/figures-page';
import { type ChangeFigure, changeBetween, type Pair, type Standing } from '../domain/change-between';
import { NONE } from '../domain/heatmap-filter';
import { type HeatmapRowView, rowKey } from '../domain/heatmap-view';
import { withChangeOf } from '../domain/waiting-figures';
import { computeProfiles } from './compute-profiles';
import { type Heatmap, type HeatmapQuery, readableToday, type Scene, sceneOf } from './get-heatmap';
import { selectFigures } from './heatmap-selection';
import { withMonthEndTrend } from './month-end-trend';
import { groupOfPlace, listPastPlaces, MOST_COMPUTED } from './past-groups';
import { rowGrouping } from './row-grouping';

const BATCH = 500;

/** Where a person stands on one of the days: the row, and the twelve dimensions in the order of DIMENSIONS. */
interface Stand {
  readonly row: string;
  readonly standings: readonly Standing[];
}

interface ChangeQuery {
  readonly query: HeatmapQuery;
  /** The earlier day. */
  readonly since: string;
  readonly figure: ChangeFigure;
}

/**
 * The live rows with the change of the figure since an earlier day in each cell, computed for the people of both days;
 * other rows as they are. Throws InvalidInput for a day that is not earlier, and for too many people at once.
 */
export async function withChange(
  ctx: TenantContext,
  rows: readonly HeatmapRowView[],
  { query, since, figure }: ChangeQuery,
): Promise<HeatmapRowView[]> {
  const now = await sceneOf(ctx, query);
  if (since >= now.asOf) {
    const detail = `is not before ${now.asOf}, the day of the figures.`;
    throw new InvalidInput('The days are not right.', [{ pointer: 'since', detail }]);
  }
  const [before, after] = [
    await standsOf(ctx, await sceneOf(ctx, { ...query, asOf: since })),
    await standsOf(ctx, now),
  ];
  const k = now.method.constants.suppressionK;
  return rows.map((row) => {
    if (row.released || row.kind === 'person') return row;
    const key = rowKey(row);
    const inRow = (stand: Stand | undefined) => (stand?.row === key ? stand : undefined);
    const people = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const [earlier, later] = [inRow(before.get(id)), inRow(after.get(id))];
      return earlier || later ? [[earlier, later] as const] : [];
    });
    return {
      ...row,
      cells: row.cells.map((cell) => {
        const at = DIMENSIONS.indexOf(cell.dimension);
        const pairs = people.map(
          ([earlier, later]): Pair => ({
            before: earlier?.standings[at] ?? null,
            after: later?.standings[at] ?? null,
          }),
        );
        return withChangeOf(row, cell, { change: changeBetween(pairs, figure), k });
      }),
    };
  });
}

/** Days before the figures from which a trend begins when no day is chosen. */
const HALF_A_YEAR = 182;

/**
 * The view with the change of its mean levels: of few people computed for any day as known now, of more from what was kept
 * at a month end. Without it, and saying so, where no earlier day is kept.
 */
export async function withTrend(
  ctx: TenantContext,
  view: Heatmap,
  { query, since }: { readonly query: HeatmapQuery; readonly since: string | null },
): Promise<Heatmap> {
  if (view.rows.every((row) => row.released || row.kind === 'person')) return view;
  const first = since !== null && since < view.asOf ? since : addDays(view.asOf, -HALF_A_YEAR);
  const noTrend = { ...view, tooMany: true };
  if (!view.past && (await countSelected(ctx, query)) > MOST_COMPUTED)
    return (await withMonthEndTrend(ctx, view, { query, since: first })) ?? noTrend;
  try {
    const rows = await withChange(ctx, view.rows, { query, since: first, figure: 'level' });
    return { ...view, rows, since: first };
  } catch (error) {
    if (!isCadreError(error) || error.kind !== 'invalid-input') throw error;
    return noTrend;
  }
}

async function countSelected(ctx: TenantContext, query: HeatmapQuery): Promise<number> {
  const { access, filter } = await sceneOf(ctx, query);
  return countFigures(ctx, selectFigures({ access, parentId: query.parentId, filter }));
}

/** Where each person whom the viewer sees live stands on the day of the scene. */
async function standsOf(ctx: TenantContext, scene: Scene): Promise<ReadonlyMap<string, Stand>> {
  const { query, filter, method, asOf, access } = scene;
  const selection = selectFigures({ access, parentId: query.parentId, filter });
  const readable = await readableToday(ctx, scene);
  const places = await listPastPlaces(ctx, selection, { method, asOf, readable });
  const grouping = rowGrouping(scene);
  const stands = new Map<string, Stand>();
  for (const batch of batches(places, BATCH)) {
    const ids = batch.map((place) => place.employeeId);
    const computed = await computeProfiles(ctx, ids, { method, asOf });
    const rowsOf = Map.groupBy(computed, (row) => row.employeeId);
    for (const place of batch) {
      const group = groupOfPlace(place, grouping);
      if (group === null) continue;
      const standings = (rowsOf.get(place.employeeId) ?? []).map(({ level, target }) => ({
        level: level as Level | null,
        target: target as Level | null,
      }));
      const row = grouping.by === 'team' ? group : `group:${group || NONE}`;
      stands.set(place.employeeId, { row, standings });
    }
  }
  return stands;
}
