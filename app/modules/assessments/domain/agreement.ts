/**
 * Agreement of two raters on the same people and dimensions.
 * Formula: exact = pairs with the same level; within one = pairs at most one level apart; weighted kappa = 1 - observed
 * disagreement / disagreement expected by chance, with linear weights |i - j|:
 * kappa = 1 - n x sum(|a - b|) / sum over i, j of (a at i) x (b at j) x |i - j|.
 * Unit: counts of pairs; kappa from -1 (a pair can lie below 0 when it agrees less than chance) to 1. Rounding: none,
 * integers divided once. Missing: kappa and both shares are unknown (null) under 8 pairs; kappa also where both raters
 * know one level alone, the same: chance then explains everything. Source: issue of calibration; Cohen 1968.
 */
import type { Level } from '~/modules/frameworks/domain/level';

export interface RatedPair {
  readonly a: Level;
  readonly b: Level;
}

export interface Agreement {
  /** Pairs. */
  readonly n: number;
  readonly exact: number;
  /** Exact ones included. */
  readonly withinOne: number;
  /** 0 to 1; null under the fewest pairs. */
  readonly exactShare: number | null;
  readonly withinOneShare: number | null;
  readonly kappa: number | null;
}

/** Under this many pairs nothing is said. */
export const FEWEST_PAIRS = 8;

const LEVELS = [0, 1, 2, 3, 4] as const;

/** How far two raters agree over these pairs. */
export function agreementOf(pairs: readonly RatedPair[]): Agreement {
  const n = pairs.length;
  const apart = pairs.map(({ a, b }) => Math.abs(a - b));
  const exact = apart.filter((distance) => distance === 0).length;
  const withinOne = apart.filter((distance) => distance <= 1).length;
  const isKnown = n >= FEWEST_PAIRS;
  return {
    ...{ n, exact, withinOne },
    exactShare: isKnown ? exact / n : null,
    withinOneShare: isKnown ? withinOne / n : null,
    kappa: isKnown ? weightedKappa(pairs) : null,
  };
}

/** The weighted kappa of any number of pairs; null where chance leaves nothing to disagree about. */
export function weightedKappa(pairs: readonly RatedPair[]): number | null {
  const countA = LEVELS.map((level) => pairs.filter(({ a }) => a === level).length);
  const countB = LEVELS.map((level) => pairs.filter(({ b }) => b === level).length);
  let byChance = 0;
  for (const i of LEVELS) {
    for (const j of LEVELS) byChance += (countA[i] ?? 0) * (countB[j] ?? 0) * Math.abs(i - j);
  }
  if (byChance === 0) return null;
  const observed = pairs.reduce((sum, { a, b }) => sum + Math.abs(a - b), 0);
  return 1 - (pairs.length * observed) / byChance;
}
