import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { allKinds, cycleProgress, type TeamCount } from './cycle-progress';

const node = (teamId: string, parentId: string | null): TeamNode => ({
  ...{ teamId, parentId, name: teamId, path: teamId },
});
const TEAMS = [node('a', null), node('b', 'a'), node('c', 'b'), node('d', 'a'), node('e', null)];
const counts = fc.array(
  fc.record({
    teamId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    raterKind: fc.constantFrom('self' as const, 'manager' as const, 'peer' as const),
    asked: fc.integer({ min: 1, max: 9 }),
    rated: fc.integer({ min: 0, max: 9 }),
    begun: fc.integer({ min: 0, max: 9 }),
  }),
);

describe('progress of a cycle', () => {
  it('has rows that sum to the whole, wherever one looks', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(null, 'a', 'b', 'c', 'e'), (rows: TeamCount[], at) => {
        const { sum, rows: shown } = cycleProgress(TEAMS, rows, at);
        const asked = (kinds: typeof sum.kinds) => allKinds(kinds).asked;
        expect(shown.reduce((total, row) => total + asked(row.kinds), 0)).toBe(asked(sum.kinds));
        const inside = { a: 'abcd', b: 'bc', c: 'c', e: 'e', null: 'abcde' }[String(at)] ?? '';
        const expected = rows.filter(({ teamId }) => inside.includes(teamId));
        expect(asked(sum.kinds)).toBe(expected.reduce((total, row) => total + row.asked, 0));
      }),
    );
  });

  it('shows teams beneath with all of their own, and those directly in the team apart', () => {
    const one = (teamId: string): TeamCount => ({ teamId, raterKind: 'self', asked: 2, rated: 1, begun: 0 });
    const { rows } = cycleProgress(TEAMS, ['a', 'b', 'c', 'd'].map(one), 'a');
    expect(rows.map(({ teamId, direct, kinds }) => [teamId, direct, kinds.self.asked])).toEqual([
      ['a', true, 2],
      ['b', false, 4],
      ['d', false, 2],
    ]);
  });

  it('begins at the upper teams of a subtree', () => {
    const one = { teamId: 'c', raterKind: 'peer', asked: 3, rated: 0, begun: 1 } as const;
    const { rows, sum } = cycleProgress([node('b', 'a'), node('c', 'b')], [one], null);
    expect(rows.map(({ teamId }) => teamId)).toEqual(['b']);
    expect(allKinds(sum.kinds)).toEqual({ asked: 3, rated: 0, begun: 1 });
  });
});
