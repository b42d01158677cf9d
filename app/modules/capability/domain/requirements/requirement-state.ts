/**
 * State of a requirement on a group: at least m holders at level t in a dimension (holders.ts says who holds).
 * Formula: met when holders >= m; else single when exactly 1; else short when more than 1; with none unknown when
 * somebody active is not assessed or due for re-check, else uncovered. Exactly one state holds.
 * Unit: counts of active people of the group and all beneath it. Rounding: none. Missing: a group of nobody is uncovered.
 * Source: method.md 5.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { CellSums } from '../cell';
import { type GroupMember, isHolder } from '../holders';
import { type CoverSums, holdersOf } from '../team-cell';

export const REQUIREMENT_STATES = ['met', 'short', 'single', 'uncovered', 'unknown'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export interface GroupCount {
  readonly holders: number;
  /** Active people, not assessed in the dimension. */
  readonly unassessed: number;
  /** Active people whose re-check day has come. */
  readonly due: number;
}

/** The state of a requirement of at least minimum (1 or more) holders. */
export function requirementState(
  { holders, unassessed, due }: GroupCount,
  minimum: number,
): RequirementState {
  if (holders >= minimum) return 'met';
  if (holders === 1) return 'single';
  if (holders > 1) return 'short';
  return unassessed + due > 0 ? 'unknown' : 'uncovered';
}

/** What a group's stored cell says of a level. */
export function countAtLevel(
  cell: CoverSums & Pick<CellSums, 'people' | 'assessed' | 'recheckDue'>,
  level: Level,
): GroupCount {
  return {
    holders: holdersOf(cell, level),
    unassessed: cell.people - cell.assessed,
    due: cell.recheckDue,
  };
}

/** The same of people one by one. */
export function countMembers(members: readonly GroupMember[], level: Level, asOf: DayText): GroupCount {
  const active = members.filter((member) => member.active);
  return {
    holders: active.filter((member) => isHolder(member, level, asOf)).length,
    unassessed: active.filter(({ row }) => row.level === null).length,
    due: active.filter(({ row }) => row.recheckOn !== null && row.recheckOn <= asOf).length,
  };
}

/** How many requirements are in each state; one on several groups counts once for each group that it is set on. */
export function countStates(states: readonly RequirementState[]): Readonly<Record<RequirementState, number>> {
  const counts = { met: 0, short: 0, single: 0, uncovered: 0, unknown: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
