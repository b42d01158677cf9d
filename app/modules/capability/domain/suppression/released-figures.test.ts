import { describe, expect, it } from 'vitest';
import type { BlockSums } from './block-sums';
import { coarseShare, isWeightSpread, releasedCover, releasedFigures } from './released-figures';

const sums = (levels: BlockSums['levels'], pairs: number, atTarget: number): BlockSums => ({
  people: levels.reduce((sum, n) => sum + n, 2),
  levels,
  pairs,
  atTarget,
});

describe('released figures', () => {
  it('are people, assessed, mean to one decimal and a coarse share, nothing else', () => {
    expect(releasedFigures(sums([0, 2, 2, 3, 0], 7, 3), 5)).toEqual({
      people: 9,
      assessed: 7,
      mean: 2.1,
      atTarget: { step: 'third', third: 2 },
    });
  });

  it('are refused when too few, or at one level', () => {
    expect(releasedFigures(sums([0, 2, 2, 0, 0], 4, 3), 5)).toBeNull();
    expect(releasedFigures(sums([0, 0, 9, 0, 0], 9, 3), 5)).toBeNull();
  });

  it('leave out a figure to which fewer than k contribute', () => {
    expect(releasedFigures(sums([0, 2, 2, 3, 0], 4, 4), 5)).toMatchObject({ assessed: 7, atTarget: null });
  });
});

describe('coarse share', () => {
  it('is in thirds below 4k people', () => {
    const thirds = [0, 2, 3, 6, 7, 9].map((part) => coarseShare(part, 9, 5));
    expect(thirds.map((share) => (share?.step === 'third' ? share.third : null))).toEqual([1, 1, 2, 2, 3, 3]);
    expect(coarseShare(19, 19, 5)?.step).toBe('third');
  });

  it('is to 10 points within 10 and 90 from 4k people', () => {
    const points = [0, 1, 5, 7, 19, 20].map((part) => coarseShare(part, 20, 5));
    expect(points.map((share) => (share?.step === 'tenPoints' ? share.percent : null))).toEqual([
      10, 10, 30, 40, 90, 90,
    ]);
  });
});

describe('cover and weighted figures', () => {
  it('say thin or held from 2k people', () => {
    expect([0, 1, 2].map((holders) => releasedCover(holders, 10, 5))).toEqual(['thin', 'thin', 'held']);
    expect(releasedCover(1, 9, 5)).toBeNull();
  });

  it('are hidden when few people carry the weight', () => {
    expect(isWeightSpread({ people: 6, sum: 6, sumOfSquares: 6 }, 5)).toBe(true);
    expect(isWeightSpread({ people: 6, sum: 105, sumOfSquares: 10_005 }, 5)).toBe(false);
    expect(isWeightSpread({ people: 4, sum: 4, sumOfSquares: 4 }, 4)).toBe(true);
    expect(isWeightSpread({ people: 4, sum: 4, sumOfSquares: 4 }, 5)).toBe(false);
  });
});
