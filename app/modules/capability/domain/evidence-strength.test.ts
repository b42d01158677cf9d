import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, dayText } from '~/shared/calendar-day';
import { DEFAULT_CONSTANTS, halfLifeDays } from './constants';
import {
  evidenceStrength,
  recheckAfterDays,
  recheckOn,
  strengthAfter,
  strengthWord,
} from './evidence-strength';
import { raterParameters, trustWithEvidence } from './rater-order';
import { STRENGTH_EPOCH_DAY, strengthFromUnits, strengthUnits } from './strength-units';

const constants = DEFAULT_CONSTANTS;
const TRUSTS = [...new Set(raterParameters(constants).map((row) => row.strengthTrust))];

describe('evidence strength', () => {
  it('halves in 547.875 days', () => {
    expect(halfLifeDays(constants)).toBe(547.875);
    expect(strengthAfter(800, 0, constants)).toBe(0.8);
    expect(strengthAfter(1000, 547.875, constants)).toBe(0.5);
    expect(
      evidenceStrength({ assessedOn: '2024-01-01', strengthTrust: 1000 }, '2025-07-02', constants),
    ).toBeCloseTo(0.49992, 5);
  });

  it('never lets evidence raise it above 1', () => {
    expect(trustWithEvidence(1000, true, constants)).toBe(1000);
    expect(trustWithEvidence(400, true, constants)).toBe(500);
    expect(trustWithEvidence(400, false, constants)).toBe(400);
  });

  it('falls due on the first day below 0.3', () => {
    const due = [1000, 900, 800, 700, 600, 500, 400, 300, 200].map((trust) =>
      recheckAfterDays(trust, constants),
    );
    expect(due).toEqual([952, 869, 776, 670, 548, 404, 228, 1, 0]);
    expect(recheckOn('2026-01-01', 400, constants)).toBe('2026-08-17');
  });

  it('agrees with the word on every day, for any constants', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 60 }),
        (trust, age, halfLifeMonths) => {
          const own = { ...constants, halfLifeMonths };
          const due = age >= recheckAfterDays(trust, own);
          return due === (strengthWord(strengthAfter(trust, age, own), own) === 're-check');
        },
      ),
    );
  });

  it('has its words at the limits', () => {
    expect([1, 0.6, 0.5999, 0.3, 0.2999].map((strength) => strengthWord(strength, constants))).toEqual([
      'strong',
      'strong',
      'fair',
      'fair',
      're-check',
    ]);
  });
});

describe('strength units', () => {
  const person = fc.record({
    day: fc.integer({ min: dayNumber('2015-01-01'), max: dayNumber('2030-01-01') }),
    trust: fc.constantFrom(...TRUSTS),
  });

  it('starts at a million on 2020-01-01', () => {
    expect(STRENGTH_EPOCH_DAY).toBe(dayNumber('2020-01-01'));
    expect(strengthUnits('2020-01-01', 1000, constants)).toBe(1_000_000);
    expect(strengthUnits('2020-01-01', 400, constants)).toBe(400_000);
  });

  it('gives the sum of strengths on any later day from one sum of integers', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 0, max: 2000 }),
        (people, later) => {
          const asOf = addDays('2030-01-01', later);
          const units = people.reduce(
            (sum, { day, trust }) => sum + strengthUnits(dayText(day), trust, constants),
            0,
          );
          const exact = people.reduce(
            (sum, { day, trust }) => sum + strengthAfter(trust, dayNumber(asOf) - day, constants),
            0,
          );
          expect(Number.isSafeInteger(units)).toBe(true);
          const halfAUnitEach = strengthFromUnits(people.length / 2, asOf, constants);
          return Math.abs(strengthFromUnits(units, asOf, constants) - exact) <= halfAUnitEach + exact * 1e-9;
        },
      ),
    );
  });

  it('stays a safe integer for 100,000 people assessed on the last day of 2039', () => {
    expect(Number.isSafeInteger(100_000 * strengthUnits('2039-12-31', 1000, constants))).toBe(true);
  });
});
