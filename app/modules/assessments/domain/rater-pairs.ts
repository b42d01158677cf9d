/**
 * Which ratings of a cycle are compared: the pairs that agreement is computed over.
 * Formula: within one person, dimension and occupation, every rating of the first kind with every one of the second.
 * Missing: a `?` makes no pair. Source: issue of calibration.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { countPair, noPairs, type PairCounts } from './agreement';
import type { RaterKind } from './rater-kind';

/** A submitted rating of a cycle with a level. */
export interface CycleLevel {
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly soc: string;
  readonly raterKind: RaterKind;
  /** Null: a file left out who rated. */
  readonly raterId: string | null;
  readonly level: Level;
}

/** All ratings of one dimension of one person under one occupation. */
export type RatedCell = readonly CycleLevel[];

/** Kinds that are compared, in the order of their columns. */
export const KIND_PAIRS = [
  ['self', 'manager'],
  ['manager', 'peer'],
] as const satisfies readonly (readonly [RaterKind, RaterKind])[];

/** The pairs of two kinds by dimension. */
export function pairsOfKinds(
  cells: readonly RatedCell[],
  [first, second]: readonly [RaterKind, RaterKind],
): Map<Dimension, PairCounts> {
  const pairs = new Map<Dimension, PairCounts>();
  for (const cell of cells) {
    for (const a of cell) {
      if (a.raterKind !== first) continue;
      for (const b of cell)
        if (b.raterKind === second) countPair(countsAt(pairs, a.dimension), { a: a.level, b: b.level });
    }
  }
  return pairs;
}

/**
 * The pairs of each two raters who may be told by name and rated the same people, over all dimensions, by the ids of both
 * with a blank between them, the lower one first.
 */
export function pairsOfRaters(cells: readonly RatedCell[]): Map<string, PairCounts> {
  const found = new Map<string, PairCounts>();
  for (const cell of cells) {
    if (cell.length < 2) continue;
    const named = cell
      .filter((one): one is CycleLevel & { readonly raterId: string } => one.raterId !== null)
      .sort((a, b) => (a.raterId < b.raterId ? -1 : 1));
    for (const [index, a] of named.entries()) {
      for (const b of named.slice(index + 1)) {
        if (a.raterId === b.raterId) continue;
        countPair(countsAt(found, `${a.raterId} ${b.raterId}`), { a: a.level, b: b.level });
      }
    }
  }
  return found;
}

function countsAt<Key>(pairs: Map<Key, PairCounts>, key: Key): PairCounts {
  const counts = pairs.get(key) ?? noPairs();
  pairs.set(key, counts);
  return counts;
}

/** The ratings by person, dimension and occupation. */
export function cellsOf(levels: readonly CycleLevel[]): RatedCell[] {
  return [
    ...Map.groupBy(levels, ({ employeeId, dimension, soc }) => `${employeeId} ${dimension} ${soc}`).values(),
  ];
}
