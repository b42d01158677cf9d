import { shownDifference } from '../round-shown';

/** Points of readiness with a sign: "+1.5", "−0.4", "0.0". Unit: points, 0 to 100. */
export function signed(value: number): string {
  const text = shownDifference(value);
  return text === '\u22120.0' ? '0.0' : text;
}
