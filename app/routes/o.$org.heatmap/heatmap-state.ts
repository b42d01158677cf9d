import {
  HEATMAP_ROWS,
  type HeatmapFilter,
  type HeatmapRows,
  readHeatmapFilter,
} from '~/modules/capability/domain/heatmap-filter';
import { HEATMAP_METRICS, type HeatmapMetric } from '~/modules/capability/domain/heatmap-view';
import { type PeopleOrder, readPeopleOrder } from '~/modules/capability/domain/people-order';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { isDay } from '~/shared/calendar-day';
import { isUuid } from '~/shared/is-uuid';

/** The page's whole state as its address holds it. */
export interface HeatmapState {
  readonly parentId: string | null;
  readonly rows: HeatmapRows;
  readonly filter: HeatmapFilter;
  readonly metric: HeatmapMetric;
  /** A day that is over; null: today. */
  readonly asOf: string | null;
  /** The earlier day of a trend; null: half a year before the figures. */
  readonly since: string | null;
  /** The cell whose panel is open. */
  readonly cell: { readonly rowKey: string; readonly dimension: Dimension } | null;
  /** Of the people rows: the order, and the row at which the page begins. */
  readonly order: PeopleOrder;
  readonly offset: number;
  /** Of the people rows: only those directly in the team. */
  readonly directOnly: boolean;
}

/** Names of the address that hold a place within what is shown: another view begins without them. */
export const WITHOUT_PLACE = { cell: null, offset: null } as const;
/** People that one answer holds. */
export const PART_OF_PEOPLE = 100;
const MOST_ROWS = 10_000_000;

/** Reads the address; what it does not understand is the default. */
export function readHeatmapState(search: URLSearchParams): HeatmapState {
  const parent = search.get('parent');
  const asOf = search.get('asOf');
  const since = search.get('since');
  const offset = Number(search.get('offset') ?? 0);
  return {
    parentId: parent && isUuid(parent) ? parent : null,
    rows: HEATMAP_ROWS.find((known) => known === search.get('rows')) ?? 'team',
    filter: readHeatmapFilter(search),
    metric: HEATMAP_METRICS.find((known) => known === search.get('figure')) ?? 'level',
    asOf: asOf && isDay(asOf) ? asOf : null,
    since: since && isDay(since) ? since : null,
    cell: readCell(search.get('cell')),
    order: readPeopleOrder(search.get('sort')),
    offset: Number.isInteger(offset) && offset > 0 && offset < MOST_ROWS ? offset : 0,
    directOnly: search.get('direct') === '1',
  };
}

function readCell(text: string | null): HeatmapState['cell'] {
  const [kind, id, dimension] = (text ?? '').split(':');
  if (!kind || id === undefined || !dimension || !isDimension(dimension)) return null;
  return { rowKey: `${kind}:${id}`, dimension };
}

/** The search string of a state with some parts changed; a part set to null is left out. */
export function searchWith(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString().replaceAll('%3A', ':').replaceAll('%5B', '[').replaceAll('%5D', ']');
  return text ? `?${text}` : '.';
}
