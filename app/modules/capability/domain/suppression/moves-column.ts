/** Moves of a person as a release keeps them: pairs, rises, falls and net change; null: not kept. */
import type { MoveSums } from '../overview/development-velocity';

/** The numbers to keep. */
export function movesColumn(moves: MoveSums | null | undefined): number[] | null {
  return moves ? [moves.pairs, moves.rises, moves.falls, moves.net] : null;
}

/** The moves again. */
export function readMoves(column: readonly number[] | null): MoveSums | null {
  if (column === null) return null;
  const [pairs = 0, rises = 0, falls = 0, net = 0] = column;
  return { people: pairs > 0 ? 1 : 0, pairs, rises, falls, net };
}
