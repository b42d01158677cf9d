/**
 * Strength units: evidence strength as an integer that can be summed once and read on any later day.
 *
 * strength(asOf) = t x 2^(-(asOf - day)/H) = t x 2^((day - E)/H) / 2^((asOf - E)/H), with t the trust with evidence,
 * H the half-life in days and E a fixed day. The first factor holds no asOf: it is stored, as
 * units = round(1,000,000 x t/1000 x 2^((day - E)/H)); the second is common to all, so
 * mean strength(asOf) = sum(units) / n / 1,000,000 / 2^((asOf - E)/H).
 * Unit: millionths on E = 2020-01-01. Range: below 2^53 for 100,000 people up to 2040 at a half-life of 18 months.
 * Rounding: half up, once a person, so a sum is off by at most half a unit for each person in it: 25 millionths of the
 * value for the least trust in a rating of 2015, and less for any later or more trusted one.
 * One engine computes it: a power of two may differ in its last bit elsewhere and round to another integer, so SQL
 * sums stored units and never makes them.
 * Missing: no level, no units. Source: method.md 1 and 4, architecture.md (integers in aggregates).
 */
import { type DayText, dayNumber } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import { halfLifeDays } from './constants';

/** 2020-01-01, days since 1970-01-01. */
export const STRENGTH_EPOCH_DAY = 18_262;
const SCALE = 1_000_000;

/** The integer of one person and dimension; strengthTrust in thousandths with evidence. */
export function strengthUnits(
  assessedOn: DayText,
  strengthTrust: number,
  constants: MethodConstants,
): number {
  const halfLives = (dayNumber(assessedOn) - STRENGTH_EPOCH_DAY) / halfLifeDays(constants);
  return Math.round((SCALE * strengthTrust * 2 ** halfLives) / 1000);
}

/** Sum of strengths (0 to n) on the day asOf from a sum of units; divide by the assessed for their mean. */
export function strengthFromUnits(units: number, asOf: DayText, constants: MethodConstants): number {
  return units / SCALE / 2 ** ((dayNumber(asOf) - STRENGTH_EPOCH_DAY) / halfLifeDays(constants));
}
