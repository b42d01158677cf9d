import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { reexpressedLevel } from './reexpressed-level';

const level = fc.integer({ min: 0, max: 4 }) as fc.Arbitrary<Level>;
const ranks = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 10 });
const statements = (levels: readonly number[]) =>
  levels.map((one, index) => ({ id: `s${index}`, level: one }));
const ticks = fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map((index) => `s${index}`));

describe('a level read in another version', () => {
  it('stays in the same version, also when its statements are in other words, and without ticks', () => {
    fc.assert(
      fc.property(level, ranks, ticks, (given, levels, ticked) => {
        const from = statements(levels);
        const renamed = from.map(({ id, level: rank }) => ({ id: `${id}'`, level: rank }));
        const reworded = new Map(from.map(({ id }) => [id, `${id}'`]));
        expect(reexpressedLevel(given, ticked, { from, to: from, reworded: new Map() })).toBe(given);
        expect(reexpressedLevel(given, ticked, { from, to: renamed, reworded })).toBe(given);
        expect(reexpressedLevel(given, [], { from, to: statements([4]), reworded: new Map() })).toBe(given);
      }),
    );
  });

  it('follows statements that moved to another level', () => {
    const from = statements([1, 1, 2, 2]);
    const to = statements([1, 1, 3, 2]);
    expect(reexpressedLevel(2, ['s0', 's2'], { from, to, reworded: new Map() })).toBe(1);
    expect(reexpressedLevel(2, ['s0', 's3'], { from, to, reworded: new Map() })).toBe(2);
    expect(reexpressedLevel(3, ['s0', 's2', 's3'], { from, to, reworded: new Map() })).toBe(3);
  });

  it('stays where the new version has nothing that was ticked', () => {
    const to = [{ id: 'new', level: 1 }];
    expect(reexpressedLevel(2, ['s0'], { from: statements([1]), to, reworded: new Map() })).toBe(2);
  });
});
