import type { SegmentOption } from '~/components/segmented-links';
import { FILTER_NAMES, filterParameter, type HeatmapRows } from '~/modules/capability/domain/heatmap-filter';
import type { HeatmapMetric, HeatmapRowView } from '~/modules/capability/domain/heatmap-view';
import { ROW_WORDS } from '~/modules/capability/domain/heatmap-words';
import { type PeopleOrder, writePeopleOrder } from '~/modules/capability/domain/people-order';
import type { Heatmap } from '~/modules/capability/queries/get-heatmap';
import type { PreparingReleasedProps } from '~/modules/capability/ui/preparing-released';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { type HeatmapState, searchWith, WITHOUT_PLACE } from './heatmap-state';

interface Place {
  readonly view: Heatmap;
  readonly search: URLSearchParams;
  readonly base: string;
  readonly state: HeatmapState;
}

/** What the cells show: gap and difference are not released, and a person's cell is a level. */
export function shownMetric(view: Heatmap, asked: HeatmapMetric): HeatmapMetric {
  if (view.rows.some((row) => row.kind === 'person')) return 'level';
  const isLiveOnly = asked === 'gap' || asked === 'difference' || asked === 'trend';
  return isLiveOnly && view.rows.every((row) => row.released) ? 'level' : asked;
}

/**
 * A team leads to its teams, a team without teams to its people, a person to the profile, any other row to the teams of
 * its people.
 */
export function rowHref(row: HeatmapRowView, { view, search, base, state }: Place): string | null {
  if (row.kind === 'person') return `${base}/people/${row.id}`;
  const live = !row.released;
  const clean = { ...WITHOUT_PLACE, direct: null };
  if (state.rows !== 'team' && state.rows !== 'person')
    return searchWith(search, { ...clean, rows: null, [filterParameter(state.rows)]: row.id });
  if (row.kind === 'direct')
    return live && view.parent ? searchWith(search, { ...clean, rows: 'person', direct: '1' }) : null;
  if (row.hasChildren) return searchWith(search, { ...clean, parent: row.id, rows: null });
  return live ? searchWith(search, { ...clean, parent: row.id, rows: 'person' }) : null;
}

/** The rows that the reader may choose; none where figures are read as released. */
export function rowOptions({ view, search, state }: Place, isLive: boolean): SegmentOption[] {
  if (!isLive) return [];
  const option = (rows: HeatmapRows) => ({
    label: ROW_WORDS[rows],
    to: searchWith(search, {
      ...WITHOUT_PLACE,
      rows: rows === 'team' ? null : rows,
      direct: null,
      sort: null,
    }),
    current: state.rows === rows,
  });
  const groups = (['team', 'site', 'occupation', 'band'] as const).map(option);
  return view.canSeePeople ? [...groups, option('person')] : groups;
}

/** The figures that the rows hold. */
export function metricOptions({ view, search, state }: Place, metric: HeatmapMetric): SegmentOption[] {
  if (state.rows === 'person') return [];
  const option = (label: string, value: HeatmapMetric) => ({
    label,
    to: searchWith(search, { figure: value === 'level' ? null : value }),
    current: metric === value,
  });
  const live = view.rows.some((row) => !row.released);
  return [
    option('Level', 'level'),
    ...(live ? [option('Gap', 'gap')] : []),
    option('At target', 'at_target'),
    option('Unknown', 'unknown'),
    ...(live ? [option('Trend', 'trend'), option('Self − manager', 'difference')] : []),
  ];
}

/** The orders of people: names, and levels and gaps of each dimension, the largest or the smallest first. */
export function orderOptions({ search, state }: Place): readonly SegmentOption[] {
  if (state.rows !== 'person' || state.asOf !== null) return [];
  const now = writePeopleOrder(state.order);
  const option = (label: string, order: PeopleOrder) => {
    const sort = writePeopleOrder(order);
    return { label, to: searchWith(search, { ...WITHOUT_PLACE, sort }), current: now === sort };
  };
  return [
    option('Name', { by: 'name', down: false }),
    option('Name, from Z', { by: 'name', down: true }),
    ...DIMENSIONS.flatMap((dimension) => [
      option(`${DIMENSION_LABELS[dimension]}, highest level`, {
        by: { dimension, figure: 'level' },
        down: true,
      }),
      option(`${DIMENSION_LABELS[dimension]}, lowest level`, {
        by: { dimension, figure: 'level' },
        down: false,
      }),
      option(`${DIMENSION_LABELS[dimension]}, largest gap`, { by: { dimension, figure: 'gap' }, down: true }),
    ]),
  ];
}

const FORM_NAMES: ReadonlySet<string> = new Set([
  ...FILTER_NAMES.map(filterParameter),
  'asOf',
  'since',
  'cell',
  'offset',
]);

/** What the form of filters keeps of the address, and the address without filters. */
export function filtersAddress(search: URLSearchParams) {
  const names = FILTER_NAMES.map(filterParameter);
  const isNarrow = names.some((name) => search.get(name)) || search.get('asOf');
  const nothing = Object.fromEntries([...names, 'asOf'].map((name) => [name, null]));
  return {
    kept: [...search].filter(([name]) => !FORM_NAMES.has(name)),
    clearHref: isNarrow ? searchWith(search, { ...WITHOUT_PLACE, ...nothing }) : null,
  };
}

/** What stands on the page while released figures are prepared. */
export function shownMeanwhile({ rows }: Heatmap): PreparingReleasedProps['meanwhile'] {
  if (rows.length === 0) return 'nothing';
  return rows.some((row) => row.released) ? 'earlier' : 'live';
}
