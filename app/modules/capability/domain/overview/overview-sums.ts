/**
 * Overview sums: what the tiles are made of, for people and requirements of teams; sums of teams without common people
 * add up. Unit: integers. Missing: nobody and nothing asked for is all 0. Source: method.md 12.
 */
import { REQUIREMENT_STATES } from '../requirements/requirement-state';
import { type CoverageSums, coverageSums, type StateCounts } from './critical-coverage';
import type { TrustSums } from './data-trust';
import { addMoves, type MoveSums, NO_MOVES } from './development-velocity';

/** AI use against target (method.md 6). */
export interface AiSums {
  readonly withTarget: number;
  /** People assessed with a target. */
  readonly assessed: number;
  /** Sum of attainments in twelfths. */
  readonly attained: number;
  /** Not open to the reader yet (waiting-figures.ts). */
  readonly closed?: boolean;
}

/** Of people alone. */
export interface PeopleSums {
  readonly people: number;
  readonly trust: TrustSums;
  readonly ai: AiSums;
  /** Of the quarter of the day. */
  readonly moves: MoveSums;
}

export interface OverviewSums extends PeopleSums {
  readonly coverage: CoverageSums;
}

export const NOTHING: OverviewSums = {
  people: 0,
  trust: { withTarget: 0, assessed: 0, due: 0, units: 0 },
  ai: { withTarget: 0, assessed: 0, attained: 0 },
  moves: NO_MOVES,
  coverage: coverageSums([], []),
};

/** Sums of teams without anybody or any requirement in common. */
export function addOverview(a: OverviewSums, b: OverviewSums): OverviewSums {
  return {
    people: a.people + b.people,
    trust: {
      withTarget: a.trust.withTarget + b.trust.withTarget,
      assessed: a.trust.assessed + b.trust.assessed,
      due: a.trust.due + b.trust.due,
      units: a.trust.units + b.trust.units,
    },
    ai: {
      withTarget: a.ai.withTarget + b.ai.withTarget,
      assessed: a.ai.assessed + b.ai.assessed,
      attained: a.ai.attained + b.ai.attained,
    },
    moves: addMoves(a.moves, b.moves),
    coverage: {
      written: addStates(a.coverage.written, b.coverage.written),
      implicit: addStates(a.coverage.implicit, b.coverage.implicit),
    },
  };
}

function addStates(a: StateCounts, b: StateCounts): StateCounts {
  const sum = { ...a };
  return Object.fromEntries(REQUIREMENT_STATES.map((state) => [state, sum[state] + b[state]])) as Record<
    (typeof REQUIREMENT_STATES)[number],
    number
  >;
}
