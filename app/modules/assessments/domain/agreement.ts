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

const LEVELS: readonly number[] = [0, 1, 2, 3, 4];
const SIDE = LEVELS.length;

/** How many pairs of two levels there can be. */
export const PAIR_KINDS = SIDE * SIDE;

/** How often each two levels were given, 25 numbers: the first rater's level times five, plus the second's. */
export type PairCounts = number[];

/** No pairs yet. */
export function noPairs(): PairCounts {
  return new Array<number>(PAIR_KINDS).fill(0);
}

/** Adds a pair to the counts. */
export function countPair(counts: PairCounts, { a, b }: RatedPair): void {
  const at = a * SIDE + b;
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Adds counts to those of the same key; both are of different people. */
export function mergePairs<Key>(into: Map<Key, PairCounts>, more: ReadonlyMap<Key, PairCounts>): void {
  for (const [key, counts] of more) {
    const known = into.get(key);
    into.set(key, known ? known.map((n, at) => n + (counts[at] ?? 0)) : counts);
  }
}

/** How far two raters agree over these pairs. */
export function agreementOf(counts: PairCounts): Agreement {
  const [n, exact, withinOne] = [within(counts, SIDE), within(counts, 0), within(counts, 1)];
  const isKnown = n >= FEWEST_PAIRS;
  return {
    ...{ n, exact, withinOne },
    exactShare: isKnown ? exact / n : null,
    withinOneShare: isKnown ? withinOne / n : null,
    kappa: isKnown ? weightedKappa(counts) : null,
  };
}

/** The weighted kappa of any number of pairs; null where chance leaves nothing to disagree about. */
export function weightedKappa(counts: PairCounts): number | null {
  const at = (a: number, b: number) => counts[a * SIDE + b] ?? 0;
  const countA = LEVELS.map((a) => LEVELS.reduce((sum, b) => sum + at(a, b), 0));
  const countB = LEVELS.map((b) => LEVELS.reduce((sum, a) => sum + at(a, b), 0));
  let [byChance, observed] = [0, 0];
  for (const i of LEVELS) {
    for (const j of LEVELS) {
      byChance += (countA[i] ?? 0) * (countB[j] ?? 0) * Math.abs(i - j);
      observed += at(i, j) * Math.abs(i - j);
    }
  }
  if (byChance === 0) return null;
  return 1 - (within(counts, SIDE) * observed) / byChance;
}

/** Pairs that lie at most so many levels apart. */
function within(counts: PairCounts, most: number): number {
  return counts.reduce(
    (sum, n, at) => sum + (Math.abs(Math.floor(at / SIDE) - (at % SIDE)) <= most ? n : 0),
    0,
  );
}
