/**
 * Difference of two groups in one dimension, first minus second, of the figures as each group's cell shows them.
 * Formula: difference = mean level of the first - mean level of the second; likewise of the mean gaps and of the shares at
 * target. Standard error of the levels' difference = sqrt(s1^2 / n1 + s2^2 / n2), s^2 the variance of the levels with n - 1,
 * n the people assessed. Clear: at least 10 people are assessed in each group and |difference| >= 2 standard errors.
 * Unit: levels; shares 0 to 1. Rounding: none. Missing: null where one of the groups has no figure; of released figures
 * only the levels are compared, without an error, because nothing else of them is released (method.md 9.6); groups that
 * share people have no error either. Hidden: nothing at all where either cell is. Source: method.md 4 and 9.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { HeatmapCellView, HeatmapRowView } from './heatmap-view';

export interface GroupDifference {
  readonly dimension: Dimension;
  readonly suppressed: boolean;
  readonly mean: number | null;
  readonly meanGap: number | null;
  readonly atTargetShare: number | null;
  /** People assessed in the first and in the second group; null: not shown. */
  readonly assessed: readonly [number, number] | null;
  readonly standardError: number | null;
  readonly isClear: boolean;
}

const FEWEST = 10;
const ERRORS = 2;

/** The differences of two rows in the order of the first one's cells. */
export function compareGroups(
  first: Pick<HeatmapRowView, 'cells'>,
  second: Pick<HeatmapRowView, 'cells'>,
  { sharePeople }: { readonly sharePeople: boolean },
): GroupDifference[] {
  return first.cells.map((cell) => {
    const other = second.cells.find(({ dimension }) => dimension === cell.dimension);
    if (!other || cell.suppressed || other.suppressed) return hidden(cell.dimension);
    const mean = minus(cell.mean, other.mean);
    const standardError = sharePeople ? null : errorOf(cell, other);
    const assessed = [cell.assessed ?? 0, other.assessed ?? 0] as const;
    return {
      dimension: cell.dimension,
      suppressed: false,
      mean,
      meanGap: minus(cell.meanGap, other.meanGap),
      atTargetShare: minus(cell.atTargetShare, other.atTargetShare),
      assessed,
      standardError,
      isClear:
        mean !== null &&
        standardError !== null &&
        Math.min(...assessed) >= FEWEST &&
        Math.abs(mean) >= ERRORS * standardError,
    };
  });
}

function hidden(dimension: Dimension): GroupDifference {
  const nothing = { mean: null, meanGap: null, atTargetShare: null, assessed: null, standardError: null };
  return { dimension, suppressed: true, ...nothing, isClear: false };
}

function minus(first: number | null | undefined, second: number | null | undefined): number | null {
  return typeof first === 'number' && typeof second === 'number' ? first - second : null;
}

function errorOf(first: HeatmapCellView, second: HeatmapCellView): number | null {
  const [a, b] = [squareOfError(first), squareOfError(second)];
  return a === null || b === null ? null : Math.sqrt(a + b);
}

/** Variance of the mean level; null without a distribution or with fewer than two people. */
function squareOfError({ distribution }: HeatmapCellView): number | null {
  if (!distribution) return null;
  const n = distribution.reduce((sum, people) => sum + people, 0);
  if (n < 2) return null;
  const mean = distribution.reduce((sum, people, level) => sum + people * level, 0) / n;
  const squares = distribution.reduce((sum, people, level) => sum + people * (level - mean) ** 2, 0);
  return squares / (n - 1) / n;
}
