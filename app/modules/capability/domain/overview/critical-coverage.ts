/**
 * Critical coverage and single points of failure: how many requirements are met, each counted once on the group that
 * sets it, and how many rest on one person.
 * Formula: coverage = requirements met / requirements; the implicit ones (method.md 5) count with the written.
 * Unit: share 0 to 1, counts. Rounding: none; 0 % and 100 % are printed only when exact.
 * Missing: null where no requirement is written or implied ("no requirement written"). Source: method.md 12 and 5.
 */
import { countStates, REQUIREMENT_STATES, type RequirementState } from '../requirements/requirement-state';

export type StateCounts = Readonly<Record<RequirementState, number>>;

export interface CoverageSums {
  readonly written: StateCounts;
  readonly implicit: StateCounts;
}

export interface CriticalCoverage {
  readonly requirements: number;
  readonly states: StateCounts;
  /** Met of all; null: none is asked for. */
  readonly share: number | null;
  readonly implicit: number;
}

/** Counts of written and implicit requirements by their state. */
export function coverageSums(
  written: readonly RequirementState[],
  implicit: readonly RequirementState[],
): CoverageSums {
  return { written: countStates(written), implicit: countStates(implicit) };
}

/** The tile's figures from the counts. */
export function criticalCoverage({ written, implicit }: CoverageSums): CriticalCoverage {
  const states = Object.fromEntries(
    REQUIREMENT_STATES.map((state) => [state, written[state] + implicit[state]]),
  ) as Record<RequirementState, number>;
  const requirements = total(states);
  return {
    requirements,
    states,
    share: requirements === 0 ? null : states.met / requirements,
    implicit: total(implicit),
  };
}

function total(counts: StateCounts): number {
  return REQUIREMENT_STATES.reduce((sum, state) => sum + counts[state], 0);
}
