/**
 * The 97.5 % quantile of Student's t distribution: half the width of a 95 % interval in standard errors.
 * Formula: the published table up to 30 degrees of freedom; above, the expansion about the normal quantile
 * z + (z^3 + z) / 4df + (5z^5 + 16z^3 + 3z) / 96df^2. Unit: standard errors. Missing: null under 1 degree of freedom.
 * Source: Abramowitz and Stegun 26.7.5, table 26.10.
 */
const TABLE = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

const Z = 1.959964;

/** The quantile for this many degrees of freedom, a whole number. */
export function studentQuantile(degrees: number): number | null {
  if (degrees < 1) return null;
  const known = TABLE[degrees - 1];
  if (known !== undefined) return known;
  const first = (Z ** 3 + Z) / (4 * degrees);
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees ** 2);
  return Z + first + second;
}
