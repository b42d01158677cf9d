import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestSums } from './highest-sums';

/** The same by hand: the room of the lowest value, the first of equal ones, is given to the next higher value. */
function byHand(sums: Float64Array, count: number): number[] {
  const kept: { place: number; sum: number }[] = [];
  for (const [place, sum] of sums.entries()) {
    if (sum <= 0) continue;
    if (kept.length < count) {
      kept.push({ place, sum });
      continue;
    }
    const least = Math.min(...kept.map((one) => one.sum));
    if (sum > least)
      kept.splice(
        kept.findIndex((one) => one.sum === least),
        1,
        { place, sum },
      );
  }
  return kept.map(({ place }) => place);
}

describe('highestSums', () => {
  it('keeps the highest, and of equal ones those that doing it by hand keeps', () => {
    const sums = fc
      .array(fc.integer({ min: -2, max: 12 }), { maxLength: 200 })
      .map((values) => Float64Array.from(values));
    fc.assert(
      fc.property(sums, fc.integer({ min: 1, max: 30 }), (values, count) => {
        expect(highestSums(values, count)).toEqual(byHand(values, count));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps fewer where fewer are above 0', () => {
    expect(highestSums(Float64Array.of(0, 3, -1, 2), 5)).toEqual([1, 3]);
    expect(highestSums(new Float64Array(0), 5)).toEqual([]);
  });
});
