import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { InvalidInput } from '~/shared/errors';
import { coarsenCut } from './coarsen-cut';
import { type CutInput, cutRelease } from './cut-release';
import { type ReleaseCut, releasesInUse } from './release-cut';
import type { ReleaseFacts, ReleaseGroup, ReleasePerson } from './release-facts';
import { releasedRows, releasedTotal } from './released-rows';

/** "north/a": 3 people of group a beneath north at the levels given. */
function factsOf(teams: Record<string, readonly (Level | null)[]>): ReleaseFacts {
  const groups = new Map<string, ReleaseGroup>();
  const people: ReleasePerson[] = [];
  for (const [path, levels] of Object.entries(teams)) {
    const steps = path.split('/').filter((step) => step !== '');
    for (const [depth, id] of steps.entries()) {
      groups.set(id, { id, parentId: steps[depth - 1] ?? null, name: `Team ${id}` });
    }
    for (const [index, level] of levels.entries()) {
      const groupId = steps.at(-1) ?? null;
      people.push({ employeeId: `${groupId}-${index}`, groupId, levels: [level], targets: [3] });
    }
  }
  return { groups: [...groups.values()], people };
}

function cutOf(teams: Record<string, readonly (Level | null)[]>, more: Partial<CutInput> = {}): ReleaseCut {
  return cutRelease({
    release: { id: 'r1', day: '2026-01-31' },
    facts: factsOf(teams),
    dimensions: [0],
    k: 5,
    individualAccess: new Set(),
    previous: null,
    history: new Map(),
    ...more,
  });
}
const shownOf = (cut: ReleaseCut, parent: string | null = null) =>
  Object.fromEntries(
    releasedRows({ cut, dimension: 0 }, parent).map((row) => [
      row.kind === 'direct' ? `${row.id ?? ''}+` : row.id,
      row.figures === null ? null : `${row.figures.assessed} of ${row.figures.people}: ${row.figures.mean}`,
    ]),
  );
const six: readonly Level[] = [1, 2, 3, 1, 2, 3];
const eight: readonly Level[] = [1, 2, 3, 4, 1, 2, 3, 4];

describe('rows of a family', () => {
  it('are all shown when each is large enough', () => {
    const cut = cutOf({ a: six, b: eight });
    expect(shownOf(cut)).toEqual({ a: '6 of 6: 2', b: '8 of 8: 2.5' });
    expect(releasedTotal({ cut, dimension: 0 }).figures).toMatchObject({
      people: 14,
      assessed: 14,
      mean: 2.3,
    });
  });

  it('hide a small one together with its smallest sibling', () => {
    expect(shownOf(cutOf({ a: [1, 2], b: six, c: eight }))).toEqual({ a: null, b: null, c: '8 of 8: 2.5' });
  });

  it('hide small ones together when they are enough, and go on while they are not', () => {
    expect(shownOf(cutOf({ a: [1, 2], b: [1, 2, 3], c: eight }))).toEqual({
      a: null,
      b: null,
      c: '8 of 8: 2.5',
    });
    const level = cutOf({ a: [2, 2], b: [2, 2, 2, 2, 2], c: six, d: eight });
    expect(shownOf(level)).toEqual({ a: null, b: null, c: null, d: '8 of 8: 2.5' });
  });

  it('count the assessed, not the people', () => {
    expect(shownOf(cutOf({ a: [1, 2, 3, 4, null, null], b: six, c: eight }))).toMatchObject({
      a: null,
      b: null,
    });
  });

  it('hide whoever is at one level', () => {
    expect(shownOf(cutOf({ a: [2, 2, 2, 2, 2, 2], b: six, c: eight }))).toMatchObject({ a: null, b: null });
  });

  it('show none when the parent cannot hide enough, and then the parent alone', () => {
    const cut = cutOf({ 'north/a': [1, 2], 'north/b': six, south: eight });
    expect(shownOf(cut)).toEqual({ north: '8 of 8: 1.9', south: '8 of 8: 2.5' });
    expect(shownOf(cut, 'north')).toEqual({});
  });

  it('treat the people directly in a group as a row', () => {
    const cut = cutOf({ north: [1, 2], 'north/a': six, 'north/b': eight });
    expect(shownOf(cut, 'north')).toEqual({ 'north+': null, a: null, b: '8 of 8: 2.5' });
    expect(shownOf(cutOf({ '': eight, a: eight }))).toEqual({ '+': '8 of 8: 2.5', a: '8 of 8: 2.5' });
  });

  it('have nothing beneath a hidden row', () => {
    const cut = cutOf({
      'a/a1': [1, 1, 2, 2, 3],
      'a/a2': [1, 1, 2, 2, 3],
      b: [1, 2],
      c: eight,
      d: [...eight, ...eight],
    });
    expect(shownOf(cut)).toMatchObject({ b: null, c: null, a: '10 of 10: 1.8' });
    const hidden = cutOf({ 'a/a1': [1, 2, 2, 2, 3], b: [1, 2], d: eight });
    expect(shownOf(hidden)).toMatchObject({ a: null, b: null });
    expect(shownOf(hidden, 'a')).toEqual({});
  });

  it('are nothing at all when the organization is too small', () => {
    const cut = cutOf({ a: [1, 2, 3] });
    expect(shownOf(cut)).toEqual({});
    expect(releasedTotal({ cut, dimension: 0 })).toMatchObject({ suppressed: true, figures: null });
  });
});

describe('people to whom the viewer has individual access', () => {
  it('are left out, and the groups above are the rest of themselves', () => {
    const access = new Set(eight.map((_, index) => `own-${index}`));
    const cut = cutOf({ 'north/own': eight, 'north/a': six, south: eight }, { individualAccess: access });
    const rows = releasedRows({ cut, dimension: 0 }, null);
    expect(rows.map((row) => [row.id, row.restOf, row.figures?.people])).toEqual([
      ['north', true, 6],
      ['south', false, 8],
    ]);
    expect(cut.leftOut).toEqual({ r1: [...access].sort() });
    expect(releasedTotal({ cut, dimension: 0 }).restOf).toBe(true);
  });
});

describe('a larger k', () => {
  it('coarsens a stored cut from its own blocks at once', () => {
    const cut = cutOf({ 'n/a': six, 'n/b': eight, c: [...eight, ...eight] });
    expect(shownOf(cut, 'n')).toEqual({ a: '6 of 6: 2', b: '8 of 8: 2.5' });
    const coarse = coarsenCut(cut, 7);
    expect(shownOf(coarse, 'n')).toEqual({});
    expect(shownOf(coarse)).toEqual({ c: '16 of 16: 2.5', n: '14 of 14: 2.3' });
    expect(shownOf(coarsenCut(cut, 15))).toEqual({});
    expect(releasedTotal({ cut: coarsenCut(cut, 31), dimension: 0 }).figures).toBeNull();
    expect(coarsenCut(cut, 5)).toBe(cut);
  });
});

describe('what is refused', () => {
  it('names a broken tree and missing history', () => {
    const facts = factsOf({ a: eight });
    const loop = [
      { id: 'a', parentId: 'b', name: 'A' },
      { id: 'b', parentId: 'a', name: 'B' },
    ];
    expect(() => cutOf({}, { facts: { ...facts, groups: loop } })).toThrow(InvalidInput);
    expect(() => cutOf({}, { facts: { ...facts, groups: [] } })).toThrow(InvalidInput);
    const previous = cutOf({ a: eight });
    expect(releasesInUse(previous)).toEqual(['r1']);
    const next = { release: { id: 'r2', day: '2026-02-28' }, previous };
    expect(() => cutOf({ a: eight }, next)).toThrow(InvalidInput);
  });
});
