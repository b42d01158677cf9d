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
  let reached: Level = 0;
  for (const rank of RANKS) {
    const here = statements.filter(({ level }) => level === rank);
    if (here.length === 0) continue;
    if (here.filter(({ id }) => ticked.has(id)).length * 2 < here.length) break;
    reached = rank;
  }
  return reached;
}
