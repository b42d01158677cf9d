import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { readinessFigures } from './group-readiness';
import { type CountedPeople, sumGroup } from './readiness-sums';

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const counted: fc.Arbitrary<CountedPeople> = fc.record({
  level: fc.option(level),
  target: fc.option(level),
  isDefault: fc.boolean(),
  exposure: fc.option(fc.integer({ min: 0, max: 10_000 })),
  people: fc.integer({ min: 1, max: 4 }),
});
const groups = fc.array(counted, { maxLength: 25 });
const figuresOf = (people: readonly CountedPeople[]) => readinessFigures(sumGroup(people));
const person = (
  level: Level | null,
  target: Level | null,
  exposure: number | null = null,
): CountedPeople => ({
  ...{ level, target, exposure },
  isDefault: false,
  people: 1,
});

/** Person by person, as method.md 6 says it. */
function byTheBook(people: readonly CountedPeople[]) {
  const all = people.flatMap((one) => Array.from({ length: one.people }, () => one));
  const attainments = all.flatMap(({ level, target, exposure }) =>
    level === null || target === null
      ? []
      : [{ attained: target === 0 ? 1 : Math.min(level / target, 1), weight: exposure ?? 0 }],
  );
  const mean = (parts: readonly number[]) =>
    parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const weighed = attainments.filter(({ weight }) => weight > 0);
  const assessed = all.filter((one) => one.level !== null).length;
  const weights = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const plain = mean(attainments.map(({ attained }) => attained));
  return {
    readiness: plain === null ? null : 100 * plain,
    weighted:
      weighed.length === 0 || weighed.length < assessed / 2
        ? null
        : (100 * weighed.reduce((sum, { weight, attained }) => sum + weight * attained, 0)) / weights,
  };
}

const near = (found: number | null, wanted: number | null) =>
  wanted === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(wanted, 9);

describe('AI-readiness of a group', () => {
  it('is the mean attainment, plain and weighted by exposure, on any people', () => {
    fc.assert(
      fc.property(groups, (people) => {
        const figures = figuresOf(people);
        const wanted = byTheBook(people);
        near(figures.readiness, wanted.readiness);
        near(figures.weightedReadiness, wanted.weighted);
      }),
    );
  });

  it('does not depend on order or on how people are counted together', () => {
    fc.assert(
      fc.property(groups, (people) => {
        const one = people.flatMap((kind) =>
          Array.from({ length: kind.people }, () => ({ ...kind, people: 1 })),
        );
        expect(sumGroup(one.reverse())).toEqual(sumGroup(people));
      }),
    );
  });

  it('stays between 0 and 100, and the low bound of the share under the share', () => {
    fc.assert(
      fc.property(groups, (people) => {
        const { readiness, weightedReadiness, atTargetShare, atTargetLow } = figuresOf(people);
        for (const figure of [readiness, weightedReadiness]) {
          expect(figure ?? 0).toBeGreaterThanOrEqual(0);
          expect(figure ?? 0).toBeLessThanOrEqual(100 + 1e-9);
        }
        expect(atTargetLow ?? 0).toBeLessThanOrEqual(atTargetShare ?? 1);
      }),
    );
  });

  it('gives no surplus, counts a target of 0 as reached, and leaves out who is not assessed', () => {
    expect(figuresOf([person(4, 2), person(0, 4)]).readiness).toBe(50);
    expect(figuresOf([person(0, 0)]).readiness).toBe(100);
    expect(figuresOf([person(1, 2), person(null, 2)])).toMatchObject({
      ...{ readiness: 50, unknownShare: 0.5, atTargetShare: 0, atTargetLow: 0 },
    });
    expect(figuresOf([person(null, 2), person(3, null)]).readiness).toBeNull();
  });

  it('weighs only where at least half of the assessed have an exposure above 0', () => {
    const exposed = [person(2, 2, 9_000), person(0, 2, 1_000)];
    expect(figuresOf(exposed).weightedReadiness).toBe(90);
    expect(figuresOf([...exposed, person(0, 2, 0), person(0, 2)]).weightedReadiness).toBe(90);
    expect(figuresOf([...exposed, person(0, 2, 0), person(0, 2), person(1, 2)]).weightedReadiness).toBeNull();
    expect(figuresOf([person(2, 2, 0)])).toMatchObject({ weightedReadiness: null, noExposureShare: 0 });
    expect(figuresOf([person(2, 2)]).noExposureShare).toBe(1);
  });
});
