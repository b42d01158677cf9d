import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { attainmentTwelfths } from './attainment';
import { DEFAULT_CONSTANTS } from './constants';
import { type FitPart, fitOf } from './fit';
import { gapOf } from './gap';

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const part: fc.Arbitrary<FitPart> = fc.record({
  level: fc.option(level),
  target: level,
  weight: fc.integer({ min: 0, max: 3 }),
});

describe('attainment and gap', () => {
  it('is level over target, at most whole, in exact twelfths', () => {
    fc.assert(
      fc.property(level, level, (has, target) => {
        const twelfths = attainmentTwelfths(has, target);
        return (
          Number.isInteger(twelfths) &&
          twelfths * Math.max(target, 1) === 12 * Math.max(Math.min(has, target), target === 0 ? 1 : 0)
        );
      }),
    );
    expect(attainmentTwelfths(0, 0)).toBe(12);
    expect(attainmentTwelfths(1, 3)).toBe(4);
    expect(attainmentTwelfths(4, 3)).toBe(12);
  });

  it('misses levels only where both sides are known', () => {
    expect(gapOf(1, 3)).toBe(2);
    expect(gapOf(4, 3)).toBe(0);
    expect(gapOf(null, 3)).toBeNull();
    expect(gapOf(2, null)).toBeNull();
  });
});

describe('fit', () => {
  const profile: FitPart[] = [
    { level: 3, target: 3, weight: 3 },
    { level: 1, target: 4, weight: 1 },
    { level: null, target: 2, weight: 2 },
  ];

  it('weighs the assessed, and bounds the rest', () => {
    expect(fitOf(profile, DEFAULT_CONSTANTS)).toEqual({
      value: 3.25 / 4,
      low: 3.25 / 6,
      high: 5.25 / 6,
      atTarget: 1,
      dimensions: 3,
      assessed: 2,
      levelsMissing: 3,
      largestGap: 3,
      assessedWeight: 4 / 6,
    });
  });

  it('is withheld under 60 per cent of weight, shown at it', () => {
    const at = (weight: number) =>
      fitOf(
        [
          { level: 2, target: 2, weight },
          { level: null, target: 2, weight: 5 - weight },
        ],
        DEFAULT_CONSTANTS,
      );
    expect(at(3)).toMatchObject({ value: 1, assessedWeight: 0.6 });
    expect(at(2)).toMatchObject({ value: null, low: 0.4, high: 1 });
  });

  it('is nothing at all when nothing is asked', () => {
    const none = fitOf([{ level: 3, target: 3, weight: 0 }], DEFAULT_CONSTANTS);
    expect(none).toMatchObject({ value: null, low: null, high: null, dimensions: 0, largestGap: null });
  });

  it('lies between its bounds, and surplus never raises it', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const fit = fitOf(parts, DEFAULT_CONSTANTS);
        const capped = parts.map((one) => ({
          ...one,
          level: one.level === null ? null : (Math.min(one.level, one.target) as Level),
        }));
        expect(fitOf(capped, DEFAULT_CONSTANTS)).toEqual(fit);
        if (fit.value === null || fit.low === null || fit.high === null) return;
        expect(fit.low).toBeLessThanOrEqual(fit.value);
        expect(fit.value).toBeLessThanOrEqual(fit.high);
        expect(fit.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
