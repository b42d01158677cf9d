/**
 * Constants of the formulas. Those marked (set) in method.md are organization settings: changing one recomputes.
 * Trust and strength are counted in thousandths, so that SQL and TypeScript compare the same integers.
 */
import type { RaterKind } from './rating-fact';

/** Raised whenever a formula of this module changes its results; stored with every aggregate. */
export const FORMULA_VERSION = '1';

/** Days of an average month; 18 months are 547.875 days (method.md 1). */
export const MONTH_DAYS = 30.4375;

export interface MethodConstants {
  /** Trust in a kind of rater, thousandths, 1 to 1000. */
  readonly trust: Readonly<Record<RaterKind, number>>;
  /** Added to trust when accepted evidence is attached, thousandths. */
  readonly evidenceBonus: number;
  /** Months after which a rating weighs half. */
  readonly halfLifeMonths: number;
  /** Strength from which evidence reads "strong", thousandths. */
  readonly strongFrom: number;
  /** Strength from which evidence reads "fair"; below it a re-check is due and nobody is a holder, thousandths. */
  readonly fairFrom: number;
  /** Peers of one cycle that make one rating. */
  readonly minimumPeers: number;
  /** Months within which self and manager are compared. */
  readonly comparisonMonths: number;
  /** Share of an occupation, per cent, under which it sets no target. */
  readonly minimumShare: number;
  /** Share of weight assessed under which fit is withheld, 0 to 1. */
  readonly fitMinimumWeight: number;
  /** People with a written critical target that make an implicit requirement. */
  readonly implicitPeople: number;
  /** Holders that an implicit requirement asks for. */
  readonly implicitHolders: number;
  /** Smallest group that suppressed viewers may see, 3 to 50. */
  readonly suppressionK: number;
}

export const DEFAULT_CONSTANTS: MethodConstants = {
  trust: { calibrated: 1000, manager: 800, peer: 600, self: 400 },
  evidenceBonus: 100,
  halfLifeMonths: 18,
  strongFrom: 600,
  fairFrom: 300,
  minimumPeers: 3,
  comparisonMonths: 12,
  minimumShare: 20,
  fitMinimumWeight: 0.6,
  implicitPeople: 3,
  implicitHolders: 2,
  suppressionK: 5,
};

/** Half-life of evidence in days, 547.875 by default. */
export function halfLifeDays(constants: MethodConstants): number {
  return constants.halfLifeMonths * MONTH_DAYS;
}
