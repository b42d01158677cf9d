import { MINUS, roundHalf } from '../domain/round-shown';

/** No-break space between a figure and its percent sign. */
const SPACE = '\u00A0';

/** To one decimal, halves away from zero, so that the number and the colour step beside it always agree. */
export function roundLevel(value: number): number {
  return roundHalf(value, 10);
}

/** A level or mean of levels with one decimal: 1.94 gives "1.9". */
export function formatLevel(value: number): string {
  return roundLevel(value).toFixed(1);
}

/** A mean gap in levels with one decimal; one that would print as none is "under 0.1", as only 0 is a target met. */
export function formatGap(gap: number): string {
  return gap > 0 && roundLevel(gap) === 0 ? 'under 0.1' : formatLevel(gap);
}

/** A signed difference with one decimal and a minus sign (U+2212): -0.5 gives "−0.5", 0.5 gives "+0.5". */
export function formatSigned(value: number): string {
  const rounded = roundLevel(Math.abs(value));
  if (rounded === 0) return '0.0';
  return `${value < 0 ? MINUS : '+'}${rounded.toFixed(1)}`;
}

/** A signed whole number of levels, for one person: -1 gives "−1", 0 gives "0". */
export function formatSignedWhole(value: number): string {
  const whole = roundHalf(Math.abs(value), 1);
  if (whole === 0) return '0';
  return `${value < 0 ? MINUS : '+'}${whole}`;
}

/**
 * A share (0 to 1) in whole percent. 0 % and 100 % are printed only when exact, else "<1 %" and ">99 %"
 * (method.md, general rules).
 */
export function formatShare(share: number): string {
  const percent = roundHalf(share * 100, 1);
  if (percent === 0 && share > 0) return `<1${SPACE}%`;
  if (percent === 100 && share < 1) return `>99${SPACE}%`;
  return `${percent}${SPACE}%`;
}

/** A count with thousands set off: 12040 gives "12,040". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 person", "38 people". */
export function formatPeople(count: number): string {
  return count === 1 ? '1 person' : `${formatCount(count)} people`;
}

export type StrengthWord = 'strong' | 'fair' | 're-check';

/** Evidence strength (0 to 1) in its words: strong from 0.6, fair from 0.3, else re-check (method.md 1). */
export function strengthWord(strength: number): StrengthWord {
  if (strength >= 0.6) return 'strong';
  return strength >= 0.3 ? 'fair' : 're-check';
}
