/**
 * The level that ticked statements suggest.
 * Formula: the highest L with at least half of the statements ticked at L and at each level below that has statements.
 * Unit: level 0 to 4. Missing: null where nothing is ticked, 0 where level 1 already falls short. Source: method.md 11.
 */
import type { Level } from '~/modules/frameworks/domain/level';

export interface TickableStatement {
  readonly id: string;
  /** 1 to 4. */
  readonly level: number;
}

const RANKS = [1, 2, 3, 4] as const;

/** Statements of one dimension and the ids that are ticked; ids that none of them has count for nothing. */
export function suggestedLevel(
  statements: readonly TickableStatement[],
  ticked: ReadonlySet<string>,
): Level | null {
  if (!statements.some(({ id }) => ticked.has(id))) return null;
  const short = shortLevel(statements, ticked);
  const reached = RANKS.filter(
    (rank) => (short === null || rank < short) && statements.some(({ level }) => level === rank),
  );
  return reached.at(-1) ?? 0;
}

/** The level that keeps the suggestion below ticks of a higher one, since fewer than half of its own are ticked; or null. */
export function hinderingLevel(
  statements: readonly TickableStatement[],
  ticked: ReadonlySet<string>,
): (typeof RANKS)[number] | null {
  const short = shortLevel(statements, ticked);
  return short !== null && statements.some(({ id, level }) => level > short && ticked.has(id)) ? short : null;
}

/** The lowest level of which fewer than half of the statements are ticked; null: none. */
function shortLevel(statements: readonly TickableStatement[], ticked: ReadonlySet<string>) {
  const isShort = (rank: number) => {
    const here = statements.filter(({ level }) => level === rank);
    return here.filter(({ id }) => ticked.has(id)).length * 2 < here.length;
  };
  return RANKS.find(isShort) ?? null;
}
