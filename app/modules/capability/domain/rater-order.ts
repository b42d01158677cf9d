/**
 * Trust and order of raters as integers: the one table that TypeScript and SQL share.
 * Unit: thousandths of trust, thousandths of a day (milli-days), whole days. Source: method.md 1.
 */
import type { MethodConstants } from './constants';
import { halfLifeDays } from './constants';
import { recheckAfterDays } from './evidence-strength';
import { RATER_KINDS, type RaterKind } from './rating-fact';

/** Trust of a kind of rater in thousandths; under another occupation half of it, rounded down, at least 1. */
export function trustOf(kind: RaterKind, otherOccupation: boolean, constants: MethodConstants): number {
  const trust = constants.trust[kind];
  return otherOccupation ? Math.max(1, Math.floor(trust / 2)) : trust;
}

/** Trust after the bonus for accepted evidence, thousandths, at most 1000. */
export function trustWithEvidence(trust: number, accepted: boolean, constants: MethodConstants): number {
  return Math.min(1000, trust + (accepted ? constants.evidenceBonus : 0));
}

/**
 * What trust adds to the assessed day, in milli-days: round(1000 x half-life days x log2(trust)); 0 for full
 * trust, -547,875 for half trust by default. adjusted order = assessed day x 1000 + this.
 */
export function adjustedOffset(trustThousandths: number, constants: MethodConstants): number {
  return Math.round(1000 * halfLifeDays(constants) * Math.log2(trustThousandths / 1000)) + 0;
}

/** 0 for the most trusted kind; kinds trusted equally keep the order of RATER_KINDS. */
export function kindRank(kind: RaterKind, constants: MethodConstants): number {
  const trust = constants.trust[kind];
  const own = RATER_KINDS.indexOf(kind);
  return RATER_KINDS.filter(
    (other, index) => constants.trust[other] > trust || (constants.trust[other] === trust && index < own),
  ).length;
}

export interface RaterParameters {
  readonly raterKind: RaterKind;
  readonly otherOccupation: boolean;
  readonly acceptedEvidence: boolean;
  readonly kindRank: number;
  /** Thousandths, half when under another occupation, without evidence. */
  readonly trust: number;
  /** Milli-days added to assessed day x 1000. */
  readonly adjustedOffset: number;
  /** Thousandths, with evidence: the trust that strength starts from. */
  readonly strengthTrust: number;
  /** recheck_on = assessed day + this many days. */
  readonly recheckAfterDays: number;
}

/** All 16 combinations of kind, occupation and evidence with their integers, for SQL to join (a VALUES list). */
export function raterParameters(constants: MethodConstants): readonly RaterParameters[] {
  return RATER_KINDS.flatMap((raterKind) =>
    [false, true].flatMap((otherOccupation) =>
      [false, true].map((acceptedEvidence) => {
        const trust = trustOf(raterKind, otherOccupation, constants);
        const strengthTrust = trustWithEvidence(trust, acceptedEvidence, constants);
        return {
          raterKind,
          otherOccupation,
          acceptedEvidence,
          kindRank: kindRank(raterKind, constants),
          trust,
          adjustedOffset: adjustedOffset(trust, constants),
          strengthTrust,
          recheckAfterDays: recheckAfterDays(strengthTrust, constants),
        };
      }),
    ),
  );
}
