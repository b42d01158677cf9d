/**
 * Readiness moves: people counted by what AI-readiness rests on, at two days at once. What is true of a person now is the
 * side after, what was true then the side before; null: not there on that day.
 */
import type { Level } from '~/modules/frameworks/domain/level';

export interface ReadinessSide {
  /** Row of the person: an occupation, team or site; null: in none. */
  readonly key: string | null;
  /** Main occupation; null: none confirmed. */
  readonly soc: string | null;
  readonly level: Level | null;
  readonly target: Level | null;
  /** No written target asks for this level. */
  readonly isDefault: boolean;
}

export interface ReadinessMove {
  readonly before: ReadinessSide | null;
  readonly after: ReadinessSide | null;
  readonly people: number;
}

/** The moves of a row: each side where it is in the row, and nobody who is in it on neither day. */
export function movesWithin(
  moves: readonly ReadinessMove[],
  isInRow: (key: string | null) => boolean,
): ReadinessMove[] {
  const inside = (side: ReadinessSide | null) => (side !== null && isInRow(side.key) ? side : null);
  return moves.flatMap(({ before, after, people }) => {
    const move = { before: inside(before), after: inside(after), people };
    return move.before === null && move.after === null ? [] : [move];
  });
}
