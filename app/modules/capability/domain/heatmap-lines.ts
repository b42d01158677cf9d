/** The heatmap as lines of a table: one for each row and dimension, with the day, the filters and what is hidden. */
import { FILTER_NAMES, type HeatmapFilter } from './heatmap-filter';
import { type HeatmapCellView, type HeatmapRowView, isHiddenRow, rowTitle } from './heatmap-view';

export const HEATMAP_COLUMNS = [
  'as_of',
  'filters',
  'row',
  'kind',
  'dimension',
  'note',
  'people',
  'assessed',
  'mean',
  'at_target_band',
  'n0',
  'n1',
  'n2',
  'n3',
  'n4',
  'median',
  'mean_target',
  'mean_gap',
  'gap_index',
  'at_target_share',
  'at_target_low',
  'unknown_share',
  'recheck_share',
  'strength',
  'newest_on',
  'self_manager_difference',
  'spread',
  'single_point',
] as const;

type Line = (string | number | null)[];

interface Lines {
  readonly rows: readonly HeatmapRowView[];
  readonly asOf: string;
  readonly release: { readonly asOf: string } | null;
  readonly filter: HeatmapFilter;
}

/** All lines of a view; a suppressed cell has no figure, and a released row no more than is released. */
export function heatmapLines({ rows, asOf, release, filter }: Lines): Line[] {
  const filters = FILTER_NAMES.filter((name) => filter[name] !== null)
    .map((name) => `${name}=${filter[name]}`)
    .join('; ');
  return rows.flatMap((row) =>
    row.cells.map((cell): Line => {
      const day = row.released ? (row.figuresOf ?? release?.asOf ?? asOf) : asOf;
      const people = row.released && isHiddenRow(row) ? null : (cell.people ?? null);
      return [
        day,
        filters,
        rowTitle(row),
        row.kind,
        cell.dimension,
        noteOf(row, cell),
        people,
        ...figures(cell),
      ];
    }),
  );
}

function noteOf(row: HeatmapRowView, cell: HeatmapCellView): string {
  if (cell.suppressed) return 'hidden to protect individuals';
  return row.released ? 'released, without the people whom the reader may see one by one' : '';
}

function figures(cell: HeatmapCellView): Line {
  const flag = (value: boolean | undefined) => (value === undefined ? null : value ? 'yes' : 'no');
  return [
    cell.assessed ?? null,
    cell.mean ?? null,
    cell.atTargetBand ?? null,
    ...(cell.distribution ?? [null, null, null, null, null]),
    cell.median ?? null,
    cell.meanTarget ?? null,
    cell.meanGap ?? null,
    cell.gapIndex ?? null,
    cell.atTargetShare ?? null,
    cell.atTargetLow ?? null,
    cell.unknownShare ?? null,
    cell.recheckShare ?? null,
    cell.strength ?? null,
    cell.newestOn ?? null,
    cell.selfManagerDifference ?? null,
    flag(cell.spread),
    flag(cell.singlePoint),
  ];
}
