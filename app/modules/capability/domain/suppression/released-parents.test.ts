import { expect, it } from 'vitest';
import type { CutFamily, DimensionCut } from './release-cut';
import { releasedParents } from './released-parents';

const family = (parent: string | null, rows: Readonly<Record<string, boolean>>): CutFamily => ({
  parent,
  rows: Object.entries(rows).map(([id, shown]) => ({
    ...{ key: `group:${id}`, kind: 'group', id, name: id, shown },
    ...{ restOf: false, people: 0, blocks: [] },
  })),
});
const cut = (dimension: number, families: readonly CutFamily[], tree?: 'occupation'): DimensionCut => ({
  ...{ dimension, blocks: [], families },
  ...(tree ? { tree } : {}),
});

it('gives the group above each row of teams, hidden ones too, and nothing beneath a group that shows nothing', () => {
  const parents = releasedParents({
    dimensions: [
      cut(0, [family(null, { north: true, south: false }), family('north', { dock: true, gate: false })]),
      cut(1, [family(null, { south: false, west: true }), family('south', { yard: true })]),
      cut(2, [family(null, { '33-9032.00': true })], 'occupation'),
    ],
  });
  expect(Object.fromEntries(parents)).toEqual({
    ...{ north: null, south: null, west: null },
    ...{ dock: 'north', gate: 'north' },
  });
});

it('has no limit of groups', () => {
  const many = Array.from({ length: 60 }, (_, at) => `${at}`);
  const tops = family(null, Object.fromEntries(many.map((id) => [`top ${id}`, true])));
  const children = many.map((id) => family(`top ${id}`, { [`child ${id}`]: true }));
  expect(releasedParents({ dimensions: [cut(0, [tops, ...children])] }).size).toBe(120);
});
