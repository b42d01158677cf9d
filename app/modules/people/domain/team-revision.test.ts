import { describe, expect, it } from 'vitest';
import { teamRevision } from './team-revision';
import type { TeamPlace } from './team-tree';

const place = (teamId: string, parentId: string | null, rest: Partial<TeamPlace> = {}): TeamPlace => ({
  teamId,
  name: teamId,
  parentId,
  validFrom: '2026-01-01',
  validTo: null,
  ...rest,
});

/** top / moved / inner, top / beside, and other / goal / far. */
const TREE = [
  place('top', null),
  place('moved', 'top'),
  place('inner', 'moved'),
  place('beside', 'top'),
  place('other', null),
  place('goal', 'other'),
  place('far', 'goal'),
];
const renamed = (teamId: string) =>
  TREE.map((each) => (each.teamId === teamId ? { ...each, name: 'anew' } : each));

describe('the revision of a change of teams', () => {
  const seen = teamRevision(TREE, ['moved', 'goal']);

  it.each(['top', 'moved', 'inner', 'other', 'goal'])('is another one when %s changes', (teamId) => {
    expect(teamRevision(renamed(teamId), ['moved', 'goal'])).not.toBe(seen);
  });

  it.each(['beside', 'far'])('stays when %s changes, which the move does not touch', (teamId) => {
    expect(teamRevision(renamed(teamId), ['moved', 'goal'])).toBe(seen);
  });

  it('knows teams that stood or will stand beneath on another day', () => {
    const planned = place('far', 'moved', { validFrom: '2027-01-01' });
    expect(teamRevision([...TREE, planned], ['moved', 'goal'])).not.toBe(seen);
  });

  it('is the same in any order of the places, and ends where parents form a circle', () => {
    expect(teamRevision([...TREE].reverse(), ['moved', 'goal'])).toBe(seen);
    expect(teamRevision([place('a', 'b'), place('b', 'a')], ['a', null])).toHaveLength(16);
  });
});
