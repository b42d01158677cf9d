import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { agreementOf, countPair, mergePairs, noPairs, type RatedPair, weightedKappa } from './agreement';
import { addPairsOfRaters, type CycleLevel, cellsOf, countsOfCommon, pairsOfKinds } from './rater-pairs';
import { mergeSums, type RaterLevel, severitiesOf, severitySums } from './severity';
import { studentQuantile } from './student-quantile';

const level = fc.integer({ min: 0, max: 4 }) as fc.Arbitrary<Level>;
const counted = (all: readonly RatedPair[]) => {
  const counts = noPairs();
  for (const pair of all) countPair(counts, pair);
  return counts;
};
const sumsOf = (all: readonly RaterLevel[]) =>
  severitySums([...Map.groupBy(all, (one) => `${one.employeeId} ${one.dimension}`).values()]);
const severities = (all: readonly RaterLevel[]) => severitiesOf(sumsOf(all));
const pairs = fc.array(fc.record({ a: level, b: level }), { minLength: 1, maxLength: 40 });

/** By the book: the table of shares, weights 1 - |i - j| / 4, (observed - expected) / (1 - expected). */
function kappaByTheBook(all: readonly RatedPair[]): number | null {
  let [observed, expected] = [0, 0];
  for (const { a, b } of all) {
    observed += (1 - Math.abs(a - b) / 4) / all.length;
    for (const other of all) expected += (1 - Math.abs(a - other.b) / 4) / all.length ** 2;
  }
  return Math.abs(1 - expected) < 1e-12 ? null : (observed - expected) / (1 - expected);
}

describe('agreement', () => {
  it('is the kappa of the book, symmetric, at most 1, and 1 for raters who always agree', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const kappa = weightedKappa(counted(all));
        const book = kappaByTheBook(all);
        const turned = weightedKappa(counted(all.map(({ a, b }) => ({ a: b, b: a }))));
        expect(kappa === null).toBe(book === null);
        if (kappa === null || book === null) return;
        expect(kappa).toBeCloseTo(book, 9);
        expect(turned).toBeCloseTo(kappa, 12);
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa).toBeGreaterThanOrEqual(-1);
        expect(kappa === 1).toBe(all.every(({ a, b }) => a === b));
      }),
    );
  });

  it('counts exact and within one, and says nothing under eight pairs', () => {
    const seven: RatedPair[] = Array.from({ length: 7 }, () => ({ a: 2, b: 3 }));
    expect(agreementOf(counted(seven))).toEqual({
      ...{ n: 7, exact: 0, withinOne: 7, exactShare: null, withinOneShare: null, kappa: null },
    });
    const eight = agreementOf(counted([...seven, { a: 0, b: 2 }]));
    expect(eight).toMatchObject({ n: 8, exact: 0, withinOne: 7, exactShare: 0, withinOneShare: 7 / 8 });
    expect(agreementOf(counted(Array.from({ length: 9 }, () => ({ a: 2, b: 2 })))).kappa).toBeNull();
    // Counts by hand: 4 of 8 exact; sum |a-b| = 4; chance 8 x 8 / 4 x 1 + ... of two levels halved.
    const halves: RatedPair[] = [
      ...Array.from({ length: 4 }, () => ({ a: 1, b: 1 }) as const),
      ...Array.from({ length: 4 }, () => ({ a: 2, b: 1 }) as const),
    ];
    expect(agreementOf(counted(halves)).kappa).toBe(0);
  });
});

const person = fc.constantFrom('p1', 'p2', 'p3');
const levels: fc.Arbitrary<RaterLevel[]> = fc.uniqueArray(
  fc.record({
    rater: fc.constantFrom('m', 'n', 'o'),
    employeeId: person,
    dimension: fc.constantFrom('leadership', 'character'),
    level,
  }),
  { selector: ({ rater, employeeId, dimension }) => `${rater} ${employeeId} ${dimension}`, maxLength: 18 },
);

describe('severity', () => {
  it('is opposite for two raters alone, moves with the rater, and lies within its interval', () => {
    fc.assert(
      fc.property(levels, (all) => {
        const two = severities(all.filter(({ rater }) => rater !== 'o'));
        const [m, n] = [two.find((one) => one.rater === 'm'), two.find((one) => one.rater === 'n')];
        expect(m?.n).toBe(n?.n);
        if (m && n) expect(m.difference + n.difference).toBeCloseTo(0, 12);
        for (const one of severities(all)) {
          expect(Math.abs(one.difference)).toBeLessThanOrEqual(4);
          expect(one.low === null).toBe(one.people < 2);
          if (one.low !== null && one.high !== null)
            expect(one.low <= one.difference && one.difference <= one.high).toBe(true);
        }
      }),
    );
  });

  it('with one rating for each person is the plain interval of a mean', () => {
    const given = [3, 2, 4, 1] as const;
    const all = given.flatMap((own, index): RaterLevel[] => [
      { rater: 'm', employeeId: `p${index}`, dimension: 'leadership', level: own },
      { rater: 'n', employeeId: `p${index}`, dimension: 'leadership', level: 2 },
    ]);
    const m = severities(all).find((one) => one.rater === 'm');
    // Differences 1, 0, 2, -1: mean 0.5, deviation sqrt(5 / 3), error / sqrt(4), t(3) = 3.182.
    const half = 3.182 * (Math.sqrt(5 / 3) / 2);
    expect(m).toMatchObject({ n: 4, people: 4, difference: 0.5 });
    expect(m?.low).toBeCloseTo(0.5 - half, 9);
    expect(m?.high).toBeCloseTo(0.5 + half, 9);
  });

  it('does not take twelve dimensions of one person for twelve people', () => {
    const one = (employeeId: string, own: Level): RaterLevel[] =>
      (['leadership', 'character', 'creativity'] as const).flatMap((dimension) => [
        { rater: 'm', employeeId, dimension, level: own },
        { rater: 'n', employeeId, dimension, level: 2 },
      ]);
    const m = severities([...one('p1', 4), ...one('p2', 2)]).find(({ rater }) => rater === 'm');
    expect(m).toMatchObject({ n: 6, people: 2, difference: 1 });
    expect(m?.high).toBeCloseTo(1 + 12.706, 6);
  });

  it('is the same whether people are taken together or one after the other', () => {
    fc.assert(
      fc.property(levels, (all) => {
        const sums = new Map();
        const counts = new Map();
        for (const own of Map.groupBy(all, ({ employeeId }) => employeeId).values()) {
          mergeSums(sums, sumsOf(own));
          mergePairs(counts, new Map([['all', counted(own.map((one) => ({ a: one.level, b: 0 })))]]));
        }
        const apart = severitiesOf(sums);
        for (const [at, one] of severities(all).entries()) {
          expect(apart[at]).toMatchObject({ rater: one.rater, n: one.n, people: one.people });
          expect(apart[at]?.difference).toBeCloseTo(one.difference, 9);
          expect(apart[at]?.high ?? 0).toBeCloseTo(one.high ?? 0, 6);
        }
        expect(counts.get('all') ?? noPairs()).toEqual(counted(all.map((one) => ({ a: one.level, b: 0 }))));
      }),
    );
  });

  it('takes its width from the table, and above it from the expansion', () => {
    expect(studentQuantile(0)).toBeNull();
    expect(studentQuantile(1)).toBe(12.706);
    expect(studentQuantile(31)).toBeCloseTo(2.0395, 3);
    expect(studentQuantile(1_000_000)).toBeCloseTo(1.96, 4);
  });
});

describe('pairs', () => {
  const rating = (more: Partial<CycleLevel>): CycleLevel => ({
    ...{ employeeId: 'p1', dimension: 'leadership', soc: 'x', raterKind: 'manager', raterId: 'm', level: 2 },
    ...more,
  });

  const ratersOf = (all: readonly CycleLevel[]) => {
    const found = new Map<string, number[]>();
    addPairsOfRaters(found, cellsOf(all));
    return found;
  };

  it('are of the same person, dimension and occupation', () => {
    const all = [
      rating({ raterKind: 'self', raterId: 'p1', level: 3 }),
      rating({}),
      rating({ raterId: 'n', level: 1 }),
      rating({ soc: 'y', level: 0 }),
      rating({ employeeId: 'p2', level: 0 }),
    ];
    expect([...pairsOfKinds(cellsOf(all), ['self', 'manager'])]).toEqual([
      [
        'leadership',
        counted([
          { a: 3, b: 2 },
          { a: 3, b: 1 },
        ]),
      ],
    ]);
    const pairs = ratersOf(all.filter(({ raterKind }) => raterKind !== 'self'));
    expect([...pairs.keys()]).toEqual(['m n']);
    expect(countsOfCommon(pairs.get('m n') ?? []).all).toEqual(counted([{ a: 2, b: 1 }]));
  });

  it('of raters leave out who is not named', () => {
    expect(ratersOf([rating({ raterId: null }), rating({ raterId: 'n' })]).size).toBe(0);
  });

  it('of two raters are told by dimension, whose sum is that over all', () => {
    const common = fc.array(
      fc.record({
        dimension: fc.constantFrom('leadership', 'mastery', 'ai_use' as const),
        a: level,
        b: level,
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(common, (said) => {
        const all = said.flatMap(({ dimension, a, b }, at): CycleLevel[] => [
          rating({ employeeId: `p${at}`, dimension: dimension as Dimension, raterId: 'm', level: a }),
          rating({ employeeId: `p${at}`, dimension: dimension as Dimension, raterId: 'n', level: b }),
        ]);
        const { all: over, dimensions } = countsOfCommon(ratersOf(all).get('m n') ?? []);
        expect(over).toEqual(counted(said));
        for (const dimension of ['leadership', 'mastery', 'ai_use'] as const)
          expect(dimensions.get(dimension) ?? noPairs()).toEqual(
            counted(said.filter((one) => one.dimension === dimension)),
          );
      }),
    );
  });
});
