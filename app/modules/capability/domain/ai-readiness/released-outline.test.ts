import { describe, expect, it } from 'vitest';
import type { ReleasedRow } from '../suppression/released-rows';
import { releasedOutline } from './released-outline';

const row = (id: string, suppressed = false, kind: 'group' | 'direct' = 'group'): ReleasedRow => ({
  ...{ id, kind, name: id, suppressed, restOf: false, readiness: null, oldestOn: null, newestOn: null },
  figures: suppressed ? null : { people: 9, assessed: 9, mean: 2, atTarget: null },
});
const outlineOf = (families: Readonly<Record<string, readonly ReleasedRow[]>>) =>
  releasedOutline((parent) => families[parent ?? ''] ?? []).map(({ row: one, depth, within, isLeaf }) =>
    [one ? one.name : `lock in ${within}`, depth, isLeaf ? 'leaf' : 'group'].join(' '),
  );

describe('the outline of released rows', () => {
  it('shows each row once, and one lock for the hidden rows of a family', () => {
    const families = {
      '': [row('11'), row('33')],
      '11': [row('11-1'), row('11-2', true), row('11-3', true)],
      '33': [row('33-1'), row('33-2'), row('33', false, 'direct')],
    };
    expect(outlineOf(families)).toEqual([
      ...['11 0 group', '11-1 1 leaf', 'lock in 11 1 leaf'],
      ...['33 0 group', '33-1 1 leaf', '33-2 1 leaf', '33 1 leaf'],
    ]);
  });

  it('leaves out groups with a single row beneath, the same people', () => {
    const families = { '': [row('11'), row('33')], '11': [row('11-3')], '11-3': [row('11-3013')] };
    expect(outlineOf(families)).toEqual(['11-3013 0 leaf', '33 0 leaf']);
    expect(outlineOf({ '': [row('11')], '11': [row('11-3'), row('11-9')] })).toEqual([
      ...['11-3 0 leaf', '11-9 0 leaf'],
    ]);
  });

  it('is empty where nothing is released', () => {
    expect(outlineOf({})).toEqual([]);
  });
});
