import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hinderingLevel, suggestedLevel } from './suggested-level';

const statements = fc
  .array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 })
  .map((levels) => levels.map((level, index) => ({ id: String(index), level })));
const ticks = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String)).map((ids) => new Set(ids));

describe('suggestedLevel', () => {
  it('is the highest level at which, and below which, at least half is ticked', () => {
    fc.assert(
      fc.property(statements, ticks, (all, ticked) => {
        const enough = (rank: number) => {
          const here = all.filter(({ level }) => level === rank);
          return here.filter(({ id }) => ticked.has(id)).length >= here.length / 2;
        };
        const reached = [1, 2, 3, 4].filter(
          (rank) =>
            all.some(({ level }) => level === rank) &&
            [1, 2, 3, 4].filter((below) => below <= rank).every(enough),
        );
        const expected = all.some(({ id }) => ticked.has(id)) ? Math.max(0, ...reached) : null;
        expect(suggestedLevel(all, ticked)).toBe(expected);
      }),
    );
  });

  it('falls only where a tick goes', () => {
    const all = [1, 1, 2, 2, 3].map((level, index) => ({ id: String(index), level }));
    expect(suggestedLevel(all, new Set(['0', '2']))).toBe(2);
    expect(suggestedLevel(all, new Set(['2', '3', '4']))).toBe(0);
    expect(suggestedLevel(all, new Set(['0', '2', '4']))).toBe(3);
    expect(suggestedLevel(all, new Set())).toBeNull();
  });

  it('says which level keeps it below what is ticked higher', () => {
    const all = [1, 1, 2, 2, 3].map((level, index) => ({ id: String(index), level }));
    expect(hinderingLevel(all, new Set(['2', '3']))).toBe(1);
    expect(hinderingLevel(all, new Set(['0', '4']))).toBe(2);
    expect(hinderingLevel(all, new Set(['0', '2', '4']))).toBeNull();
    expect(hinderingLevel(all, new Set(['0']))).toBeNull();
    expect(hinderingLevel(all, new Set())).toBeNull();
  });
});
