/**
 * What one person adds to the overview: trust, AI use against target, and moves of this and the former quarter.
 * Unit: counts, strength units, twelfths. Missing: null where there is no attainment. Source: method.md 12, 6.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { addDays, type DayText } from '~/shared/calendar-day';
import { attainmentTwelfths } from '../attainment';
import type { MethodConstants } from '../constants';
import type { ProfileDimension } from '../profile';
import type { RatingFact } from '../rating-fact';
import { type MoveSums, movesOfPerson, quarterUpTo } from './development-velocity';

export interface PersonOverview {
  readonly withTarget: number;
  readonly assessed: number;
  readonly due: number;
  readonly strengthUnits: number;
  /** Twelfths; null: not assessed or no target. */
  readonly aiAttainment: number | null;
  readonly aiTarget: boolean;
  /** First day of the quarter that asOf is of. */
  readonly quarter: DayText;
  readonly moves: MoveSums;
  readonly formerMoves: MoveSums;
}

interface Computed {
  /** Twelve rows. */
  readonly rows: readonly (ProfileDimension & { readonly strengthUnits: number })[];
  readonly facts: readonly RatingFact[];
  readonly soc: string | null;
}

/** The row of one person on the day asOf. */
export function personOverview(
  { rows, facts, soc }: Computed,
  { asOf, constants }: { readonly asOf: DayText; readonly constants: MethodConstants },
): PersonOverview {
  const targeted = rows.filter((row) => row.target !== null);
  const quarter = quarterUpTo(asOf);
  const former = quarterUpTo(addDays(quarter.from, -1));
  const scope = { soc, constants };
  return {
    withTarget: targeted.length,
    assessed: targeted.filter((row) => row.level !== null).length,
    due: targeted.filter((row) => row.recheckOn !== null && row.recheckOn <= asOf).length,
    strengthUnits: targeted.reduce((sum, row) => sum + row.strengthUnits, 0),
    ...aiUse(rows.find((row) => row.dimension === 'ai_use')),
    quarter: quarter.from,
    moves: movesOfPerson(facts, quarter, scope),
    formerMoves: movesOfPerson(facts, former, scope),
  };
}

function aiUse(row: { readonly level: Level | null; readonly target: Level | null } | undefined) {
  const level = row?.level ?? null;
  const target = row?.target ?? null;
  return {
    aiAttainment: level === null || target === null ? null : attainmentTwelfths(level, target),
    aiTarget: target !== null,
  };
}
