import { describe, expect, it } from 'vitest';
import { possibleParents, subtreeTeamIds, type TeamPlace, teamTree } from './team-tree';

const place = (
  teamId: string,
  parentId: string | null,
  valid: [string, string | null] = ['1900-01-01', null],
): TeamPlace => ({
  teamId,
  name: teamId.toUpperCase(),
  parentId,
  validFrom: valid[0],
  validTo: valid[1],
});

describe('teamTree', () => {
  const places = [
    place('b2', 'b'),
    place('c', 'a', ['1900-01-01', '2026-01-01']),
    place('c', 'b', ['2026-01-01', null]),
    place('a', null),
    place('b', null),
    place('old', 'a', ['1900-01-01', '2026-01-01']),
  ];

  it('gives the tree of a day, parents first', () => {
    expect(teamTree(places, '2025-12-31').map((node) => node.path)).toEqual([
      'A',
      'A / C',
      'A / OLD',
      'B',
      'B / B2',
    ]);
    expect(teamTree(places, '2026-01-01').map((node) => node.path)).toEqual(['A', 'B', 'B / B2', 'B / C']);
  });

  it('keeps teams whose parents are gone or form a circle', () => {
    const broken = [place('a', 'b'), place('b', 'a'), place('c', 'gone'), place('d', 'c')];
    expect(teamTree(broken, '2026-01-01').map((node) => [node.teamId, node.parentId])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
      ['d', 'c'],
    ]);
  });

  it('lists a subtree', () => {
    const tree = teamTree(places, '2026-06-01');
    expect(subtreeTeamIds(tree, 'b')).toEqual(['b', 'b2', 'c']);
    expect(subtreeTeamIds(tree, 'old')).toEqual([]);
  });

  it('offers a team neither itself nor what is beneath it', () => {
    const tree = teamTree([...places, place('d', 'b2')], '2026-06-01');
    expect(possibleParents(tree, 'b').map((node) => node.teamId)).toEqual(['a']);
    expect(possibleParents(tree, 'b2').map((node) => node.teamId)).toEqual(['a', 'b', 'c']);
  });
});
