/**
 * Driver sentences: one line beneath a tile that says what its figure is made of, from the same sums.
 * Every number of a sentence stands in `numbers` too, so that it can be recomputed. Source: method.md 12, 9.7.
 * Missing: where there is nothing to compute the sentence says what is missing.
 */
import { shownShare } from '../round-shown';
import { criticalCoverage, type StateCounts } from './critical-coverage';
import type { OverviewSums } from './overview-sums';
import type { TileKey } from './tile';

export interface DriverSentence {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** A team by name with its own sums: people directly in it, requirements set on it. */
export interface NamedSums {
  readonly name: string;
  readonly sums: OverviewSums;
}

/** The sentence of a tile. */
export function driverSentence(
  key: TileKey,
  sums: OverviewSums,
  teams: readonly NamedSums[],
): DriverSentence {
  if (key === 'coverage') return coverageSentence(sums, teams);
  if (key === 'singlePoints') return singlePointSentence(sums, teams);
  if (key === 'aiReadiness') return aiSentence(sums);
  return key === 'velocity' ? velocitySentence(sums) : trustSentence(sums);
}

const NO_REQUIREMENT: DriverSentence = {
  text: 'No requirement is written, and no critical target implies one.',
  numbers: [],
};

const NOT_OPEN: DriverSentence = {
  text: 'Not open to you yet: of few people, rated in a blind cycle of which you do not read the other side yet.',
  numbers: [],
};

function coverageSentence(sums: OverviewSums, teams: readonly NamedSums[]): DriverSentence {
  const { requirements, states } = criticalCoverage(sums.coverage);
  if (requirements === 0) return NO_REQUIREMENT;
  const open = requirements - states.met;
  if (open === 0)
    return { text: `All ${counted(requirements, 'requirement')} are met.`, numbers: [requirements] };
  const parts = NOT_MET.filter(([state]) => states[state] > 0);
  const [first, second] = ranked(teams, openOf);
  const most = first && second && first.n > second.n ? first : null;
  return {
    text:
      `${open} of ${counted(requirements, 'requirement')} ${open === 1 ? 'is' : 'are'} not met: ` +
      `${parts.map(([state, words]) => `${states[state]} ${words}`).join(', ')}.` +
      (most ? ` Most in ${most.name}: ${most.n}.` : ''),
    numbers: [open, requirements, ...parts.map(([state]) => states[state]), ...(most ? [most.n] : [])],
  };
}

const NOT_MET: readonly (readonly [keyof StateCounts, string])[] = [
  ['short', 'short'],
  ['single', 'on one person'],
  ['uncovered', 'uncovered'],
  ['unknown', 'unknown'],
];

function openOf({ coverage }: OverviewSums): number {
  const { requirements, states } = criticalCoverage(coverage);
  return requirements - states.met;
}

function singlePointSentence(sums: OverviewSums, teams: readonly NamedSums[]): DriverSentence {
  const { requirements, states } = criticalCoverage(sums.coverage);
  if (requirements === 0) return NO_REQUIREMENT;
  if (states.single === 0)
    return {
      text: `Of ${counted(requirements, 'requirement')} none rests on one person.`,
      numbers: [requirements],
    };
  const most = ranked(teams, ({ coverage }) => coverage.written.single + coverage.implicit.single).slice(
    0,
    2,
  );
  return {
    text: `${most.map(({ name, n }) => `${n} in ${name}`).join(', ')}. If that person leaves, nobody meets the requirement.`,
    numbers: most.map(({ n }) => n),
  };
}

function aiSentence({ ai }: OverviewSums): DriverSentence {
  if (ai.closed) return NOT_OPEN;
  if (ai.withTarget === 0) return { text: 'Nobody has a target for AI use.', numbers: [] };
  const open = ai.withTarget - ai.assessed;
  return {
    text: `Mean of ${counted(ai.assessed, 'person', 'people')} assessed; ${open} more ${open === 1 ? 'has' : 'have'} a target and no rating.`,
    numbers: [ai.assessed, open],
  };
}

function velocitySentence({ moves }: OverviewSums): DriverSentence {
  if (moves.closed) return NOT_OPEN;
  if (moves.people === 0)
    return { text: 'Nobody was rated again by the same kind of rater in this quarter.', numbers: [] };
  return {
    text: `${counted(moves.rises, 'rise')} and ${counted(moves.falls, 'fall')} among ${counted(moves.people, 'person', 'people')} rated again by the same kind of rater in this quarter.`,
    numbers: [moves.rises, moves.falls, moves.people],
  };
}

function trustSentence({ trust }: OverviewSums): DriverSentence {
  if (trust.withTarget === 0) return { text: 'Nobody has a target yet.', numbers: [] };
  const open = trust.withTarget - trust.assessed;
  return {
    text:
      `${shownShare(open / trust.withTarget)} of what has a target is not assessed; ` +
      `${counted(trust.due, 'level')} ${trust.due === 1 ? 'is' : 'are'} due for a re-check.`,
    numbers: [(100 * open) / trust.withTarget, trust.due],
  };
}

function counted(n: number, one: string, more = `${one}s`): string {
  return `${n} ${n === 1 ? one : more}`;
}

/** Teams by how many, most first; by name among equals; those with none left out. */
function ranked(teams: readonly NamedSums[], count: (sums: OverviewSums) => number) {
  return teams
    .map(({ name, sums }) => ({ name, n: count(sums) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}
