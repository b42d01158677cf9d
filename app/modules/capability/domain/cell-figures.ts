/**
 * Cell figures: the ratios of a heatmap cell, formed from its sums when shown.
 * Formulas: mean = sum of levels / assessed; meanTarget, meanGap over people with level and target;
 * gapIndex = 100 x sum(w x gap) / sum(w x target) over the same pairs; atTargetShare = at target / pairs;
 * atTargetLow = at target / people with a target (the unassessed counted as not at target);
 * unknownShare = (people - assessed) / people; recheckShare = due / assessed; strength = mean over the assessed;
 * spread = both the levels 0 and 1 and the levels 3 and 4 hold at least a third of the assessed.
 * Unit: levels, shares 0 to 1, gapIndex 0 to 100. Rounding: none; round-shown.ts when printed.
 * Missing: null where the divisor is 0, never 0. Source: method.md 4, api.md (heatmap).
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { type DayText, dayText } from '~/shared/calendar-day';
import { type CellSums, levelSum } from './cell';
import type { MethodConstants } from './constants';
import { strengthFromUnits } from './strength-units';

export interface CellFigures {
  readonly people: number;
  readonly assessed: number;
  readonly distribution: readonly [number, number, number, number, number];
  readonly median: Level | null;
  readonly mean: number | null;
  readonly meanTarget: number | null;
  readonly meanGap: number | null;
  readonly gapIndex: number | null;
  readonly atTargetShare: number | null;
  readonly atTargetLow: number | null;
  readonly unknownShare: number | null;
  readonly recheckShare: number | null;
  readonly strength: number | null;
  readonly newestOn: DayText | null;
  readonly selfManagerDifference: number | null;
  /** People behind the self-manager difference. */
  readonly differenceN: number;
  /** People with both level and target: the basis of target and gap figures. */
  readonly pairs: number;
  /** People left out of gap figures for want of a target. */
  readonly noTarget: number;
  /** People with a written target. */
  readonly writtenTarget: number;
  readonly spread: boolean;
}

/** The figures of a cell on the day asOf that its sums were made for. */
export function cellFigures(cell: CellSums, asOf: DayText, constants: MethodConstants): CellFigures {
  const { assessed, assessedWithTarget: pairs } = cell;
  return {
    people: cell.people,
    assessed,
    distribution: [cell.n0, cell.n1, cell.n2, cell.n3, cell.n4],
    median: medianOf([cell.n0, cell.n1, cell.n2, cell.n3, cell.n4]),
    mean: ratio(levelSum(cell), assessed),
    meanTarget: ratio(cell.targetSum, pairs),
    meanGap: ratio(cell.gapSum, pairs),
    gapIndex: ratio(100 * cell.weightedGapSum, cell.weightedTargetSum),
    atTargetShare: ratio(cell.atTarget, pairs),
    atTargetLow: ratio(cell.atTarget, cell.withTarget),
    unknownShare: ratio(cell.people - assessed, cell.people),
    recheckShare: ratio(cell.recheckDue, assessed),
    strength: ratio(strengthFromUnits(cell.strengthUnits, asOf, constants), assessed),
    newestOn: cell.newestDay === null ? null : dayText(cell.newestDay),
    selfManagerDifference: ratio(cell.diffSum, cell.diffN),
    differenceN: cell.diffN,
    pairs,
    noTarget: cell.noTarget,
    writtenTarget: cell.writtenTarget,
    spread: assessed > 0 && 3 * (cell.n0 + cell.n1) >= assessed && 3 * (cell.n3 + cell.n4) >= assessed,
  };
}

/** The lower median of a distribution over the levels 0 to 4; null when it is empty. */
export function medianOf(distribution: readonly number[]): Level | null {
  const total = distribution.reduce((sum, n) => sum + n, 0);
  let below = 0;
  for (const [level, n] of distribution.entries()) {
    below += n;
    if (n > 0 && 2 * below >= total) return level as Level;
  }
  return null;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
