/** A comparison of two groups as lines of a table, one for each dimension, and as the API gives it. Source: api.md (heatmap). */
import { z } from 'zod';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { heatmapAnswer, heatmapQuery } from './api-schemas';
import type { GroupDifference } from './compare-groups';
import { FILTER_NAMES, type HeatmapFilter } from './heatmap-filter';
import { type HeatmapCellView, type HeatmapRowView, isHiddenRow, rowTitle } from './heatmap-view';
import type { WHY_ROWS } from './why-figure';

export const comparisonQuery = heatmapQuery.omit({ parent: true, limit: true, cursor: true }).extend({
  rows: z.enum(['team', 'site', 'occupation', 'band']).default('team'),
  a: z.string().max(100).describe('The first group: id of a row of GET /heatmap.'),
  b: z.string().max(100).describe('The second group.'),
});

const group = heatmapAnswer.shape.rows.element;

export const comparisonAnswer = z.object({
  asOf: z.iso.date(),
  computedAt: z.iso.datetime().nullable(),
  pending: z.boolean(),
  release: z.uuid().nullable(),
  a: group,
  b: group,
  sharePeople: z.boolean().describe('One team is beneath the other: its people count in both.'),
  differences: z.array(
    z.object({
      dimension: z.enum(DIMENSIONS),
      suppressed: z.boolean(),
      mean: z.number().nullable(),
      meanGap: z.number().nullable(),
      atTargetShare: z.number().nullable(),
      assessed: z.tuple([z.number().int(), z.number().int()]).nullable(),
      standardError: z.number().nullable(),
      isClear: z.boolean(),
      why: z
        .tuple([z.string(), z.string()])
        .nullable()
        .describe('Both figures by the names that GET /why explains; null under filters.'),
    }),
  ),
});

/** The names of both mean levels for GET /why, which knows no filters. */
export function whyNames(
  rows: (typeof WHY_ROWS)[number],
  [first, second]: readonly [string, string],
  { dimension, suppressed }: Pick<GroupDifference, 'dimension' | 'suppressed'>,
): [string, string] | null {
  const name = (id: string) => `heatmap:${rows}:${id}:${dimension}:mean`;
  return suppressed ? null : [name(first), name(second)];
}

const SIDE = [
  'group',
  'people',
  'assessed',
  'mean',
  'mean_gap',
  'at_target_share',
  'at_target_band',
] as const;
export const COMPARISON_COLUMNS = [
  ...['as_of', 'filters', 'dimension', 'note'],
  ...SIDE.map((name) => `a_${name}`),
  ...SIDE.map((name) => `b_${name}`),
  ...['mean_difference', 'standard_error', 'clear', 'mean_gap_difference', 'at_target_difference'],
];

type Line = (string | number | null)[];

interface Comparison {
  readonly asOf: string;
  readonly filter: HeatmapFilter;
  readonly first: HeatmapRowView;
  readonly second: HeatmapRowView;
  readonly differences: readonly GroupDifference[];
}

/** All lines; of a hidden cell neither figure nor difference. */
export function comparisonLines({ asOf, filter, first, second, differences }: Comparison): Line[] {
  const filters = FILTER_NAMES.filter((name) => filter[name] !== null)
    .map((name) => `${name}=${filter[name]}`)
    .join('; ');
  return differences.map((difference, at): Line => {
    const { dimension, suppressed, mean, standardError, isClear, meanGap, atTargetShare } = difference;
    const note = suppressed ? 'hidden to protect individuals' : '';
    return [
      ...[asOf, filters, dimension, note],
      ...sideOf(first, first.cells[at]),
      ...sideOf(second, second.cells[at]),
      ...[
        mean,
        standardError,
        standardError === null ? null : isClear ? 'yes' : 'no',
        meanGap,
        atTargetShare,
      ],
    ];
  });
}

function sideOf(row: HeatmapRowView, cell: HeatmapCellView | undefined): Line {
  if (!cell || cell.suppressed || isHiddenRow(row))
    return [rowTitle(row), null, null, null, null, null, null];
  const { people, assessed, mean, meanGap, atTargetShare, atTargetBand } = cell;
  const values = [people, assessed, mean, meanGap, atTargetShare, atTargetBand];
  return [rowTitle(row), ...values.map((value) => value ?? null)];
}
