import {
  FILTER_NAMES,
  filterParameter,
  type HeatmapFilter,
  type HeatmapRows,
  isGroupId,
} from '~/modules/capability/domain/heatmap-filter';
import { readHeatmapState, searchWith } from '../o.$org.heatmap/heatmap-state';

/** What the address of a comparison asks for. */
export interface ComparisonState {
  readonly rows: Exclude<HeatmapRows, 'person'>;
  readonly filter: HeatmapFilter;
  readonly asOf: string | null;
  /** Both groups; null until they are chosen. */
  readonly ids: readonly [string, string] | null;
}

/** Reads the address; what it does not understand is the default. */
export function readComparisonState(search: URLSearchParams): ComparisonState {
  const { rows: asked, filter, asOf } = readHeatmapState(search);
  const rows = asked === 'person' ? 'team' : asked;
  const [first, second] = [search.get('a') ?? '', search.get('b') ?? ''];
  const isChosen = isGroupId(rows, first) && isGroupId(rows, second);
  return { rows, filter, asOf, ids: isChosen ? [first, second] : null };
}

/** The address of the same comparison of teams without filters; other groups than teams are no longer chosen in it. */
export function plainSearch(search: URLSearchParams): string {
  const { rows } = readComparisonState(search);
  const filters = Object.fromEntries(FILTER_NAMES.map((name) => [filterParameter(name), null]));
  return searchWith(search, { ...filters, rows: null, ...(rows === 'team' ? {} : { a: null, b: null }) });
}
