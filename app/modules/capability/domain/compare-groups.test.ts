import { describe, expect, it } from 'vitest';
import { compareGroups } from './compare-groups';
import type { HeatmapCellView } from './heatmap-view';

const cell = (more: Partial<HeatmapCellView>): HeatmapCellView => ({
  ...{ dimension: 'leadership', suppressed: false },
  ...more,
});
const difference = (a: HeatmapCellView, b: HeatmapCellView, sharePeople = false) =>
  compareGroups({ cells: [a] }, { cells: [b] }, { sharePeople })[0];

describe('two groups', () => {
  /** Ten people: five at level 1 and five at 3, mean 2; five at 3 and five at 4, mean 3.5. */
  const low = cell({
    assessed: 10,
    mean: 2,
    distribution: [0, 5, 0, 5, 0],
    meanGap: 0.5,
    atTargetShare: 0.5,
  });
  const high = cell({
    assessed: 10,
    mean: 3.5,
    distribution: [0, 0, 0, 5, 5],
    meanGap: 0.2,
    atTargetShare: 1,
  });

  it('differ by first minus second, clearly from two standard errors on', () => {
    const found = difference(low, high);
    expect(found).toMatchObject({ mean: -1.5, atTargetShare: -0.5, assessed: [10, 10], isClear: true });
    expect(found?.meanGap).toBeCloseTo(0.3, 9);
    // Variances 10/9 and 2.5/9, each over 10 people.
    expect(found?.standardError).toBeCloseTo(Math.sqrt(10 / 90 + 2.5 / 90), 9);
    const near = cell({ assessed: 10, mean: 2.4, distribution: [0, 3, 0, 7, 0] });
    expect(difference(low, near)?.isClear).toBe(false);
  });

  it('are not said to differ clearly with few people, or where they share some', () => {
    const few = cell({ assessed: 9, mean: 4, distribution: [0, 0, 0, 0, 9] });
    expect(difference(low, few)?.isClear).toBe(false);
    expect(difference(low, high, true)).toMatchObject({ mean: -1.5, standardError: null, isClear: false });
  });

  it('tell nothing where either is hidden, and of released figures the levels alone', () => {
    const hidden = cell({ suppressed: true });
    for (const found of [difference(low, hidden), difference(hidden, low)])
      expect(found).toEqual({
        ...{ dimension: 'leadership', suppressed: true, mean: null, meanGap: null, atTargetShare: null },
        ...{ assessed: null, standardError: null, isClear: false },
      });
    const released = cell({ assessed: 40, people: 50, mean: 3, atTargetBand: 'about 40 %' });
    expect(difference(released, low)).toMatchObject({ mean: 1, meanGap: null, standardError: null });
  });
});
