import { trigramSimilarity, trigramsOf } from './trigram-similarity';

/** Statements from this trigram similarity on can be one statement in other words. */
export const REWORDED_FROM = 0.8;

/** A statement as versions are compared by it. */
export interface ComparedStatement {
  /** From statement-identity.ts; each once in a version. */
  readonly id: string;
  /** 1 to 4. */
  readonly rank: number;
  /** Only for the durable instrument. */
  readonly dimension: string | null;
  /** Label and behaviour. */
  readonly text: string;
}

export interface StatementPair<T> {
  readonly from: T;
  readonly to: T;
}

export interface RewordedPair<T> extends StatementPair<T> {
  /** Trigram similarity of the texts, 0 to 1. */
  readonly similarity: number;
}

/** Two identities that a person called one statement in other words. */
export interface ConfirmedPair {
  readonly first: string;
  readonly second: string;
}

export interface VersionDifference<T> {
  readonly same: readonly StatementPair<T>[];
  /** The same text at another level. */
  readonly moved: readonly StatementPair<T>[];
  readonly reworded: readonly RewordedPair<T>[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/**
 * The difference between two versions of a framework (method 11). Every statement of both is in exactly one class.
 * Statements of one identity are the same, or moved when the level differs. Of the rest, those of one dimension with a
 * trigram similarity of at least 0.8 are reworded, one to one, the most similar first; pairs that a person confirmed
 * come before all others. What is then left was added or removed. Of equally similar pairs the one with the smaller
 * identities comes first, so that the direction of the comparison makes no difference.
 */
export function compareStatements<T extends ComparedStatement>(
  from: readonly T[],
  to: readonly T[],
  confirmed: readonly ConfirmedPair[] = [],
): VersionDifference<T> {
  const byId = new Map(to.map((statement) => [statement.id, statement]));
  const kept = from.flatMap((first) => {
    const second = byId.get(first.id);
    return second ? [{ from: first, to: second }] : [];
  });
  const keptIds = new Set(kept.map(({ from: { id } }) => id));
  const left = {
    from: from.filter(({ id }) => !keptIds.has(id)),
    to: to.filter(({ id }) => !keptIds.has(id)),
  };
  const reworded = pairReworded(left, new Set(confirmed.map(({ first, second }) => keyOf(first, second))));
  const paired = new Set(reworded.flatMap((pair) => [pair.from.id, pair.to.id]));
  return {
    same: kept.filter((pair) => pair.from.rank === pair.to.rank),
    moved: kept.filter((pair) => pair.from.rank !== pair.to.rank),
    reworded,
    added: left.to.filter(({ id }) => !paired.has(id)),
    removed: left.from.filter(({ id }) => !paired.has(id)),
  };
}

const keyOf = (first: string, second: string) =>
  first < second ? `${first} ${second}` : `${second} ${first}`;

interface Left<T> {
  readonly from: readonly T[];
  readonly to: readonly T[];
}

/** One-to-one pairs in the order of `from`. */
function pairReworded<T extends ComparedStatement>(
  left: Left<T>,
  confirmed: ReadonlySet<string>,
): RewordedPair<T>[] {
  const taken = new Set<T>();
  const pairs = new Map<T, RewordedPair<T>>();
  for (const { pair } of candidatesOf(left, confirmed)) {
    if (taken.has(pair.from) || taken.has(pair.to)) continue;
    taken.add(pair.from).add(pair.to);
    pairs.set(pair.from, pair);
  }
  return left.from.flatMap((statement) => pairs.get(statement) ?? []);
}

/** All pairs that could be one statement: confirmed ones first, then by similarity. */
function candidatesOf<T extends ComparedStatement>({ from, to }: Left<T>, confirmed: ReadonlySet<string>) {
  const read = to.map((statement) => ({ statement, trigrams: trigramsOf(statement.text) }));
  const found = from.flatMap((first) => {
    const trigrams = trigramsOf(first.text);
    return read.flatMap((second) => {
      const key = keyOf(first.id, second.statement.id);
      const isConfirmed = confirmed.has(key);
      if (!isConfirmed && !canBeSimilar(first, trigrams.size, second)) return [];
      const similarity = trigramSimilarity(trigrams, second.trigrams);
      if (!isConfirmed && similarity < REWORDED_FROM) return [];
      return [{ key, isConfirmed, pair: { from: first, to: second.statement, similarity } }];
    });
  });
  return found.sort(
    (a, b) =>
      Number(b.isConfirmed) - Number(a.isConfirmed) ||
      b.pair.similarity - a.pair.similarity ||
      (a.key < b.key ? -1 : 1),
  );
}

interface Read<T> {
  readonly statement: T;
  readonly trigrams: ReadonlySet<string>;
}

/** Similarity is at most the smaller number of trigrams by the larger one. */
function canBeSimilar<T extends ComparedStatement>(first: T, size: number, second: Read<T>): boolean {
  if (first.dimension !== second.statement.dimension) return false;
  const other = second.trigrams.size;
  return Math.min(size, other) >= REWORDED_FROM * Math.max(size, other);
}
