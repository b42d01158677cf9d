import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from './word-difference';

describe('the words that differ', () => {
  it('are marked, and the common ones stay', () => {
    expect(wordDifference('opens the old gate at six', 'opens the gate at seven sharp')).toEqual([
      { kind: 'same', text: 'opens the', at: 0 },
      { kind: 'removed', text: 'old', at: 4 },
      { kind: 'same', text: 'gate at', at: 5 },
      { kind: 'removed', text: 'six', at: 9 },
      { kind: 'added', text: 'seven sharp', at: 10 },
    ]);
    expect(wordDifference('', '')).toEqual([]);
  });

  it('give back both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join(' ');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(new Set(runs.map(({ at }) => at)).size).toBe(runs.length);
        if (before === after) expect(runs.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});
