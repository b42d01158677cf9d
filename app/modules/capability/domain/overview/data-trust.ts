/**
 * Data trust: how much of what is asked for rests on strong evidence.
 * Formula: sum of evidence strength (0 where not assessed) / (active people x dimensions with a target), both over the
 * pairs of person and dimension that have a target. Strength: evidence-strength.ts, summed as strength units.
 * Unit: 0 to 1. Rounding: none; shown to two decimals. Missing: null where nobody has a target.
 * Source: method.md 12 and 1.
 */
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from '../constants';
import { strengthFromUnits } from '../strength-units';

export interface TrustSums {
  /** Pairs of an active person and a dimension with a target. */
  readonly withTarget: number;
  /** Those of them that are assessed, and whose re-check day has come. */
  readonly assessed: number;
  readonly due: number;
  /** Strength units of the assessed ones. */
  readonly units: number;
}

/** The figure on the day asOf, which is the day of the sums or a later one. */
export function dataTrust(sums: TrustSums, asOf: DayText, constants: MethodConstants): number | null {
  if (sums.withTarget === 0) return null;
  return Math.min(1, strengthFromUnits(sums.units, asOf, constants) / sums.withTarget);
}
