/** Rows of AI-readiness from moves: sums, figures and change of each, all of the same people. */
import { type ReadinessFigures, readinessFigures } from './group-readiness';
import { type ExposureOf, type ReadinessChange, readinessChange } from './readiness-change';
import { movesWithin, type ReadinessMove } from './readiness-move';
import { type GroupReadiness, sumGroup } from './readiness-sums';

export interface ReadinessOfRow {
  readonly sums: GroupReadiness;
  readonly figures: ReadinessFigures;
  readonly change: ReadinessChange | null;
}

export interface Exposed {
  readonly before: ExposureOf;
  readonly after: ExposureOf;
}

/** The readiness of all of these people. */
export function readinessOf(moves: readonly ReadinessMove[], exposure: Exposed): ReadinessOfRow {
  const sums = sumGroup(
    moves.flatMap(({ after, people }) =>
      after === null ? [] : [{ ...after, exposure: exposure.after(after.soc), people }],
    ),
  );
  return { sums, figures: readinessFigures(sums), change: readinessChange(moves, exposure) };
}

/** The readiness of each row that somebody is in now, by its key. */
export function readinessByRow(
  moves: readonly ReadinessMove[],
  exposure: Exposed,
): Map<string | null, ReadinessOfRow> {
  const byKey = new Map<string | null, ReadinessMove[]>();
  for (const move of moves) {
    for (const key of new Set([move.before, move.after].flatMap((side) => (side ? [side.key] : [])))) {
      const known = byKey.get(key);
      if (known) known.push(move);
      else byKey.set(key, [move]);
    }
  }
  return new Map(
    [...byKey].flatMap(([key, own]) => {
      const row = readinessOf(
        movesWithin(own, (other) => other === key),
        exposure,
      );
      return row.sums.people === 0 ? [] : [[key, row] as const];
    }),
  );
}
