/** What stands where a figure is not published; never 0. */
export const NO_DATA = 'no data';

const percent = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** An exposure (0 to 1) in words (method.md 6): 0 is "none observed", a missing one "no data". */
export function exposureWords(exposure: number | null): string {
  if (exposure === null) return NO_DATA;
  return exposure === 0 ? 'none observed' : `${percent.format(exposure * 100)} %`;
}
