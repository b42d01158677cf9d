/**
 * Order of disagreements: first what would change a decision.
 * Formula: for each level between the lowest and the highest side the outcome (calibration-outcome.ts); a decision would
 * change when two of them differ in whether the target is met, in the state of a requirement, in the readiness band.
 * Order (findCasePage): target, then requirement (single points of failure), then band, then the larger difference, then
 * person and dimension. Missing: what is not known in every outcome changes nothing. Source: issue of calibration.
 */
import { LEVELS, type Level } from '~/modules/frameworks/domain/level';
import type { Outcome } from './calibration-outcome';
import type { Side } from './rating-sides';

export interface Stakes {
  readonly target: boolean;
  readonly cover: boolean;
  readonly band: boolean;
}

/** The levels from the lowest to the highest side. */
export function levelsBetween(sides: readonly Side[]): readonly Level[] {
  const given = sides.map(({ level }) => level);
  return LEVELS.filter((level) => level >= Math.min(...given) && level <= Math.max(...given));
}

/** What the outcomes of the levels in question differ in. */
export function stakesOf(outcomes: readonly Outcome[]): Stakes {
  const differ = (key: (outcome: Outcome) => string) => new Set(outcomes.map(key)).size > 1;
  return {
    target: differ(({ atTarget }) => String(atTarget)),
    cover: differ(({ states }) => states.join(' ')),
    band: differ(({ band }) => String(band)),
  };
}

/** The teams of whose requirements the outcomes of the levels in question differ in a state. */
export function teamsAtStake(
  groups: readonly { readonly teamId: string }[],
  outcomes: readonly Outcome[],
): string[] {
  const differs = (at: number) => new Set(outcomes.map(({ states }) => states[at])).size > 1;
  return [...new Set(groups.filter((_, at) => differs(at)).map(({ teamId }) => teamId))].sort();
}
