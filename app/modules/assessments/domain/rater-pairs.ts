/**
 * Which ratings of a cycle are compared: the pairs that agreement is computed over.
 * Formula: within one person, dimension and occupation, every rating of the first kind with every one of the second.
 * Missing: a `?` makes no pair. Source: issue of calibration.
 */
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { countPair, noPairs, PAIR_KINDS, type PairCounts } from './agreement';
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
 * What two raters said of the same people: a number for each pair of levels, the place of its dimension in DIMENSIONS times
 * 25 and both levels. Of many raters who have few people in common it is far smaller than counts.
 */
export type CommonLevels = number[];

/**
 * Adds the pairs of each two raters who may be told by name and rated the same people, by the ids of both with a blank
 * between them, the lower one first.
 */
export function addPairsOfRaters(into: Map<string, CommonLevels>, cells: readonly RatedCell[]): void {
  for (const cell of cells) {
    if (cell.length < 2) continue;
    const named = cell
      .filter((one): one is CycleLevel & { readonly raterId: string } => one.raterId !== null)
      .sort((a, b) => (a.raterId < b.raterId ? -1 : 1));
    for (const [index, a] of named.entries()) {
      for (const b of named.slice(index + 1)) {
        if (a.raterId === b.raterId) continue;
        const key = `${a.raterId} ${b.raterId}`;
        const code = DIMENSIONS.indexOf(a.dimension) * PAIR_KINDS + a.level * 5 + b.level;
        const known = into.get(key);
        if (known) known.push(code);
        else into.set(key, [code]);
      }
    }
  }
}

/** The counts of what two raters said: over all dimensions, and by dimension in the order of DIMENSIONS. */
export function countsOfCommon(common: CommonLevels): {
  readonly all: PairCounts;
  readonly dimensions: ReadonlyMap<Dimension, PairCounts>;
} {
  const all = noPairs();
  const own = DIMENSIONS.map(() => ({ n: 0, counts: noPairs() }));
  for (const code of common) {
    const at = code % PAIR_KINDS;
    all[at] = (all[at] ?? 0) + 1;
    const of = own[Math.floor(code / PAIR_KINDS)];
    if (!of) continue;
    of.n += 1;
    of.counts[at] = (of.counts[at] ?? 0) + 1;
  }
  const rated = DIMENSIONS.flatMap((dimension, at): [Dimension, PairCounts][] => {
    const of = own[at];
    return of && of.n > 0 ? [[dimension, of.counts]] : [];
  });
  return { all, dimensions: new Map(rated) };
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
