import { describe, expect, it } from 'vitest';
import { readTree } from '../suppression/group-tree';
import { occupationGroupOf, occupationOfGroup, occupationTree } from './occupation-tree';

const group = (code: string, parent: string | null) => ({
  ...{ code, parent, title: `Title of ${code}`, level: 'detailed' as const, definition: null },
});
const STRUCTURE = [
  group('11-0000', null),
  group('11-3000', '11-0000'),
  group('11-3010', '11-3000'),
  group('11-3013', '11-3010'),
];

describe('the tree that AI use is released in', () => {
  it('puts what O*NET tells apart beneath the detailed group, and its .00 directly in it', () => {
    const tree = occupationTree(['11-3013.01', '11-3013.00', ''], { groups: STRUCTURE, titles: {} });
    expect(tree.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['11-0000', null],
      ['11-3000', '11-0000'],
      ['11-3010', '11-3000'],
      ['11-3013', '11-3010'],
      ['11-3013.01', '11-3013'],
    ]);
    expect(['11-3013.00', '11-3013.01'].map(occupationGroupOf)).toEqual(['11-3013', '11-3013.01']);
    expect(['11-3013', '11-3013.01'].map(occupationOfGroup)).toEqual(['11-3013.00', '11-3013.01']);
  });

  it('stands on major groups where no structure is loaded, one parent for each code', () => {
    const tree = occupationTree(['33-9032.00', '33-1091.00'], {
      groups: [],
      titles: { '33-9032.00': 'Guards' },
    });
    expect(tree).toEqual([
      { id: '33-0000', parentId: null, name: 'Occupations 33-0000' },
      { id: '33-1091', parentId: '33-0000', name: 'Occupations 33-1091' },
      { id: '33-9032', parentId: '33-0000', name: 'Guards' },
    ]);
    expect(readTree(tree).pathOf('33-9032')).toEqual(['33-0000']);
  });
});
