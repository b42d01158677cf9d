/** Who rated (method.md 1). */
export const RATER_KINDS = ['calibrated', 'manager', 'peer', 'self'] as const;
export type RaterKind = (typeof RATER_KINDS)[number];
