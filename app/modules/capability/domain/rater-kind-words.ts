import type { RaterKind } from './rating-fact';

/** Kinds of raters as they stand in tables. */
export const RATER_KIND_WORDS: Readonly<Record<RaterKind, string>> = {
  self: 'Self',
  manager: 'Manager',
  peer: 'Peers',
  calibrated: 'Calibrated',
};
