/** Most characters of the reason of a calibrated value. */
export const LONGEST_REASON = 2_000;
