/**
 * Rounding, only when showing: shares to whole per cent, levels to one decimal, halves away from zero.
 * 0 % and 100 % are printed only when exact, else "<1 %" and ">99 %". Minus is U+2212.
 * Missing: not called; the page says which word applies ("not assessed", "no target"). Source: method.md, general.
 */

/** The sign printed before negative numbers. */
export const MINUS = '\u2212';

/** A ratio of integers is at most 10^-9 away from the half it stands for; this much is added before rounding. */
const HALF_TOLERANCE = 1e-9;

/** Rounds to the step 1/scale, halves away from zero; never gives -0. */
export function roundHalf(value: number, scale: number): number {
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + HALF_TOLERANCE)) / scale + 0;
}

/** A share 0 to 1 as "40 %", "0 %", "<1 %", ">99 %" or "100 %". */
export function shownShare(share: number): string {
  const percent = roundHalf(share * 100, 1);
  if (percent === 0 && share > 0) return '<1 %';
  if (percent === 100 && share < 1) return '>99 %';
  return `${withMinus(String(percent))} %`;
}

/** A level, mean level or gap as "2.4". */
export function shownLevel(value: number): string {
  return withMinus(roundHalf(value, 10).toFixed(1));
}

/** A difference or change of levels with its sign, "+0.4", "−0.4", "0.0". */
export function shownDifference(value: number): string {
  const rounded = roundHalf(value, 10);
  return rounded > 0 ? `+${rounded.toFixed(1)}` : withMinus(rounded.toFixed(1));
}

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}
