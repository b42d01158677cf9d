/**
 * Exposure weight: observed exposure as an integer, so that sums of weights are exact and the same everywhere.
 * Formula: round(exposure x 10,000); the files give four decimals. Unit: ten-thousandths, 0 to 10,000.
 * Missing: null ("no data"); 0 is "none observed" and weighs nothing either. Source: method.md 6.
 */

/** Weight of a whole exposure. */
export const WHOLE_EXPOSURE = 10_000;

/** The weight of an exposure of 0 to 1. */
export function exposureWeight(exposure: number | null): number | null {
  return exposure === null ? null : Math.round(exposure * WHOLE_EXPOSURE);
}
