import { describe, expect, it } from 'vitest';
import { readinessFigures } from './group-readiness';
import { goalAfterMean, nextGoals } from './next-goals';
import { orderRows } from './readiness-order';
import { sumGroup } from './readiness-sums';
import type { LiveReadinessRow, ReleasedReadinessRow } from './readiness-view';
import { liveScatter, releasedScatter } from './scatter-points';
import { shareBand, shareInWords } from './share-words';
import { whyReadiness } from './why-readiness';

function live(
  id: string | null,
  exposure: number | null,
  atTarget: readonly [number, number],
): LiveReadinessRow {
  const [reached, missing] = atTarget;
  const common = {
    target: 2,
    isDefault: false,
    exposure: exposure === null ? null : exposure * 10_000,
  } as const;
  const sums = sumGroup([
    { ...common, level: 2, people: reached },
    { ...common, level: 1, people: missing },
    { ...common, level: null, people: 1 },
  ]);
  return {
    ...{ suppressed: false, released: false, id, name: `Row ${id}`, sums, change: null },
    figures: readinessFigures(sums),
    exposure: { exposure, inheritedFrom: null },
  };
}
const CONTEXT = { formulaVersion: '1', exposureRelease: 'R1', asOf: '2026-11-22', since: null };

describe('points of the scatter', () => {
  it('stand for occupations with data; the others are counted', () => {
    const rows = [
      live('a', 0.1345, [3, 1]),
      live('b', 0, [1, 1]),
      live('c', null, [2, 2]),
      live('d', 0.5, [0, 0]),
    ];
    const { points, noData, noShare } = liveScatter(rows, () => '');
    expect(points).toMatchObject([
      { id: 'a', exposure: 13.5, atTarget: 75, people: 5 },
      { id: 'b', exposure: 0, atTarget: 50, people: 3 },
    ]);
    expect({ noData, noShare }).toEqual({ noData: { occupations: 1, people: 5 }, noShare: 1 });
  });

  it('of released rows stand in the middle of their band, and hidden rows have none', () => {
    const shown: ReleasedReadinessRow = {
      ...{ suppressed: false, released: true, id: '33-9032', name: 'Guards', kind: 'group', restOf: false },
      ...{ depth: 0, isLeaf: true, people: 30, assessed: 28, mean: 1.9, readiness: null, figuresOf: null },
      ...{ weightedReadiness: null, atTarget: { step: 'tenPoints', percent: 40 } },
      exposure: { exposure: 0.2, inheritedFrom: null },
    };
    const hidden: ReleasedReadinessRow = { ...shown, suppressed: true, people: null };
    const { points } = releasedScatter([shown, hidden], () => 'words');
    expect(points).toEqual([
      { id: '33-9032', name: 'Guards', exposure: 20, atTarget: 40, people: 30, words: 'words' },
    ]);
  });
});

describe('coarse shares', () => {
  it('are said as wide as they are', () => {
    expect(shareInWords({ step: 'tenPoints', percent: 10 })).toBe('10 % or less');
    expect(shareInWords({ step: 'tenPoints', percent: 90 })).toBe('90 % or more');
    expect(shareBand({ step: 'tenPoints', percent: 90 })).toEqual([0.85, 1]);
    expect(shareBand({ step: 'third', third: 2 })).toEqual([1 / 3, 2 / 3]);
  });
});

describe('goals', () => {
  const stated = [1, 2, 3, 4].map((rank) => ({ rank, label: `Level ${rank}`, statements: [`do ${rank}`] }));

  it('are the statements one level up, for the levels at which somebody is', () => {
    const goals = nextGoals([2, 0, 5, 0, 3], stated);
    expect(goals.map(({ from, people, to }) => [from, people, to.rank])).toEqual([
      [0, 2, 1],
      [2, 5, 3],
    ]);
  });

  it('after a mean level name no number of people, and none after the top', () => {
    expect(goalAfterMean(1.9, stated)).toMatchObject([{ from: 1, people: null, to: { rank: 2 } }]);
    expect(goalAfterMean(4, stated)).toEqual([]);
  });
});

describe('order of rows', () => {
  it('goes by the low bound, and puts rows without the figure and people in no row last', () => {
    const rows = [
      live(null, null, [9, 0]),
      live('a', 0.2, [1, 3]),
      live('b', null, [3, 1]),
      live('c', 0.4, [0, 0]),
    ];
    const ids = (sort: Parameters<typeof orderRows>[1]) => orderRows(rows, sort).map(({ id }) => id);
    expect(ids('at_target')).toEqual(['c', 'a', 'b', null]);
    expect(ids('exposure')).toEqual(['c', 'a', 'b', null]);
    expect(ids('people')).toEqual(['a', 'b', 'c', null]);
  });
});

describe('why', () => {
  const whyOf = (figure: string) =>
    whyReadiness(live('a', 0.1345, [3, 1]), CONTEXT).find((one) => one.figure === figure);

  it('repeats the figure from its inputs and says who is left out', () => {
    expect(whyOf('readiness')).toMatchObject({ value: '87.5', excluded: [{ count: 1 }] });
    expect(whyOf('readiness')?.inputs.map(({ value }) => value)).toContain('100 × 42 / (12 × 4) = 87.50');
    expect(whyOf('at_target')?.inputs.map(({ value }) => value)).toEqual(['3 / 4 = 75 %', '3 / 5 = 60 %']);
    expect(whyOf('exposure')).toMatchObject({ value: '13.5 %' });
    expect(whyOf('readiness')?.versions).toContain('R1');
  });

  it('says no data, and too little exposure data, in words', () => {
    const [, weighted, , , exposure] = whyReadiness(live('a', null, [3, 1]), CONTEXT);
    expect([weighted?.value, exposure?.value]).toEqual(['too little exposure data', 'no data']);
  });
});
