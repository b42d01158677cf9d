import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Level } from '~/modules/frameworks/domain/level';
import { type GroupMember, isHolder } from '../holders';
import { RATER_KINDS } from '../rating-fact';
import { emptyTeamCell } from '../team-cell';
import {
  countAtLevel,
  countMembers,
  countStates,
  type GroupCount,
  REQUIREMENT_STATES,
  requirementState,
} from './requirement-state';

const ASKED: readonly Level[] = [1, 2, 3, 4];
const asOf = '2026-06-30';
const member: fc.Arbitrary<GroupMember> = fc
  .record({
    active: fc.boolean(),
    available: fc.boolean(),
    level: fc.option(fc.constantFrom(...LEVELS)),
    raterKind: fc.constantFrom(...RATER_KINDS),
    recheckOn: fc.constantFrom('2026-06-29', asOf, '2026-07-01'),
  })
  .map(({ active, available, level, raterKind, recheckOn }) => ({
    ...{ active, available },
    row:
      level === null
        ? { level, raterKind: null, recheckOn: null, criticalLevel: null }
        : { level, raterKind, recheckOn, criticalLevel: null },
  }));

/** Each state in the words of method.md 5, apart from the order in which the formula asks. */
const MEANINGS: Readonly<
  Record<(typeof REQUIREMENT_STATES)[number], (count: GroupCount, minimum: number) => boolean>
> = {
  met: ({ holders }, minimum) => holders >= minimum,
  short: ({ holders }, minimum) => holders < minimum && holders > 1,
  single: ({ holders }, minimum) => holders < minimum && holders === 1,
  uncovered: ({ holders, unassessed, due }) => holders === 0 && unassessed === 0 && due === 0,
  unknown: ({ holders, unassessed, due }) => holders === 0 && (unassessed > 0 || due > 0),
};

describe('requirementState', () => {
  it('is exactly one of the five, and the one that the words say', () => {
    fc.assert(
      fc.property(
        fc.record({ holders: fc.nat(6), unassessed: fc.nat(2), due: fc.nat(2) }),
        fc.integer({ min: 1, max: 6 }),
        (count, minimum) => {
          const fitting = REQUIREMENT_STATES.filter((state) => MEANINGS[state](count, minimum));
          expect(fitting).toEqual([requirementState(count, minimum)]);
        },
      ),
    );
  });

  it('gives the same from the stored sums of a group as from its people one by one', () => {
    fc.assert(
      fc.property(fc.array(member), fc.constantFrom(...ASKED), (members, level) => {
        const active = members.filter((one) => one.active);
        const holdersAt = (at: Level) =>
          active.filter((one) => isHolder(one, at, asOf) && one.row.level === at).length;
        const cell = {
          ...emptyTeamCell(),
          people: active.length,
          assessed: active.filter(({ row }) => row.level !== null).length,
          recheckDue: active.filter(({ row }) => row.recheckOn !== null && row.recheckOn <= asOf).length,
          ...{ h1: holdersAt(1), h2: holdersAt(2), h3: holdersAt(3), h4: holdersAt(4) },
        };
        expect(countAtLevel(cell, level)).toEqual(countMembers(members, level, asOf));
      }),
    );
  });

  it('calls a group of nobody uncovered, and one holder enough where one is asked', () => {
    expect(requirementState({ holders: 0, unassessed: 0, due: 0 }, 1)).toBe('uncovered');
    expect(requirementState({ holders: 1, unassessed: 3, due: 0 }, 1)).toBe('met');
  });

  it('is counted for every group once', () => {
    const counts = countStates(['met', 'single', 'met']);
    expect(counts).toEqual({ met: 2, short: 0, single: 1, uncovered: 0, unknown: 0 });
  });
});
