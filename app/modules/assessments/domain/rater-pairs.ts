/**
 * Which ratings of a cycle are compared: the pairs that agreement is computed over.
 * Formula: within one person, dimension and occupation, every rating of the first kind with every one of the second.
 * Missing: a `?` makes no pair. Source: issue of calibration.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { RatedPair } from './agreement';
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

/** Kinds that are compared, in the order of their columns. */
export const KIND_PAIRS = [
  ['self', 'manager'],
  ['manager', 'peer'],
] as const satisfies readonly (readonly [RaterKind, RaterKind])[];

/** The pairs of two kinds by dimension. */
export function pairsOfKinds(
  levels: readonly CycleLevel[],
  [first, second]: readonly [RaterKind, RaterKind],
): ReadonlyMap<Dimension, readonly RatedPair[]> {
  const pairs = new Map<Dimension, RatedPair[]>();
  for (const cell of cellsOf(levels)) {
    for (const a of cell.filter(({ raterKind }) => raterKind === first)) {
      for (const b of cell.filter(({ raterKind }) => raterKind === second))
        pairs.set(a.dimension, [...(pairs.get(a.dimension) ?? []), { a: a.level, b: b.level }]);
    }
  }
  return pairs;
}

export interface NamedPair {
  readonly first: string;
  readonly second: string;
  readonly pairs: readonly RatedPair[];
}

/** The pairs of each two raters who may be told by name and rated the same people, over all dimensions, by id. */
export function pairsOfRaters(levels: readonly CycleLevel[]): readonly NamedPair[] {
  const found = new Map<string, { first: string; second: string; pairs: RatedPair[] }>();
  for (const cell of cellsOf(levels)) {
    const named = cell
      .filter((one): one is CycleLevel & { readonly raterId: string } => one.raterId !== null)
      .sort((a, b) => (a.raterId < b.raterId ? -1 : 1));
    for (const [index, a] of named.entries()) {
      for (const b of named.slice(index + 1)) {
        if (a.raterId === b.raterId) continue;
        const key = `${a.raterId} ${b.raterId}`;
        const known = found.get(key) ?? { first: a.raterId, second: b.raterId, pairs: [] };
        known.pairs.push({ a: a.level, b: b.level });
        found.set(key, known);
      }
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

function cellsOf(levels: readonly CycleLevel[]): CycleLevel[][] {
  return [
    ...Map.groupBy(levels, ({ employeeId, dimension, soc }) => `${employeeId} ${dimension} ${soc}`).values(),
  ];
}
