/**
 * Released figures: all that a suppressed viewer gets of a cell, rounded before it leaves.
 * Figures: people, assessed, mean to one decimal, at-target share in thirds, or to 10 points within 10 to 90 % from
 * 4k people; cover as "thin" or "held" from 2k people. k applies to each figure by itself over the people
 * contributing; a weighted figure is hidden too when (sum w)^2 / sum(w^2) < k.
 * Unit: levels (one decimal), per cent. Missing: null where too few people contribute. Source: method.md 9.6.
 */
import { roundHalf } from '../round-shown';
import { assessedOf, type BlockSums, isLargeEnough, levelSumOf, mayShowShare } from './block-sums';

/** third 1: under a third, 2: a third to two thirds, 3: over two thirds; tenPoints: 10, 20 ... 90 per cent. */
export type CoarseShare =
  | { readonly step: 'third'; readonly third: 1 | 2 | 3 }
  | { readonly step: 'tenPoints'; readonly percent: number };

export interface ReleasedFigures {
  readonly people: number;
  readonly assessed: number;
  /** One decimal. */
  readonly mean: number;
  readonly atTarget: CoarseShare | null;
}

/** The figures of a shown row from the sums of its blocks; null when it is too small after all. */
export function releasedFigures(sums: BlockSums, k: number): ReleasedFigures | null {
  if (!isLargeEnough(sums, k)) return null;
  const assessed = assessedOf(sums);
  return {
    people: sums.people,
    assessed,
    mean: roundHalf(levelSumOf(sums) / assessed, 10),
    atTarget: mayShowShare(sums, k) ? coarseShare(sums.atTarget, sums.pairs, k) : null,
  };
}

/** A share of people as coarse as their number asks; null from fewer than k. */
export function coarseShare(part: number, people: number, k: number): CoarseShare | null {
  return coarseRatio({ part, whole: people }, people, k);
}

/** A ratio of sums (whole above 0) as coarse as the number of people asks that it is of; null from fewer than k. */
export function coarseRatio(
  { part, whole }: { readonly part: number; readonly whole: number },
  people: number,
  k: number,
): CoarseShare | null {
  if (people < k) return null;
  if (people >= 4 * k) {
    const percent = 10 * roundHalf((10 * part) / whole, 1);
    return { step: 'tenPoints', percent: Math.min(90, Math.max(10, percent)) };
  }
  if (3 * part < whole) return { step: 'third', third: 1 };
  return { step: 'third', third: 3 * part <= 2 * whole ? 2 : 3 };
}

/** Cover for suppressed viewers: "thin" = no or one holder; null from fewer than 2k people. */
export function releasedCover(holders: number, people: number, k: number): 'thin' | 'held' | null {
  if (people < 2 * k) return null;
  return holders <= 1 ? 'thin' : 'held';
}

/** Whether a weighted figure may be shown: weights are those above 0 of the people contributing. */
export function isWeightSpread(
  weights: { readonly people: number; readonly sum: number; readonly sumOfSquares: number },
  k: number,
): boolean {
  return weights.people >= k && weights.sum ** 2 >= k * weights.sumOfSquares;
}
