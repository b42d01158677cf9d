/**
 * AI-readiness ("use of AI against target") of a group.
 * Formula: 100 x mean attainment in AI use over assessed people with a target. Beside it the same weighted by the
 * observed exposure of the main occupation, only over exposure above 0, and only when those are at least half of the
 * assessed ("too little exposure data" otherwise). At target = share of them whose level is at the target or above; its
 * low bound counts the unassessed as not at target, over everybody with a target.
 * Unit: readiness 0 to 100, shares 0 to 1. Rounding: none; when printed. Missing: null where the divisor is 0, never 0.
 * It says how a group uses AI against what its occupations ask; it is no score of a person and none of replacement.
 * Source: method.md 6, 4.
 */
import { ATTAINMENT_PARTS } from '../attainment';
import type { GroupReadiness } from './readiness-sums';

export interface ReadinessFigures {
  readonly readiness: number | null;
  /** null: too little exposure data. */
  readonly weightedReadiness: number | null;
  readonly atTargetShare: number | null;
  readonly atTargetLow: number | null;
  readonly unknownShare: number | null;
  /** Share of people whose occupation has no exposure data. */
  readonly noExposureShare: number | null;
}

/** The figures of a group's sums. */
export function readinessFigures(sums: GroupReadiness): ReadinessFigures {
  return {
    readiness: ratio(100 * sums.attained, ATTAINMENT_PARTS * sums.pairs),
    weightedReadiness: hasEnoughExposure(sums)
      ? ratio(100 * sums.weightedAttained, ATTAINMENT_PARTS * sums.weights)
      : null,
    atTargetShare: ratio(sums.atTarget, sums.pairs),
    atTargetLow: ratio(sums.atTarget, sums.withTarget),
    unknownShare: ratio(sums.people - sums.assessed, sums.people),
    noExposureShare: ratio(sums.noExposure, sums.people),
  };
}

/** Whether people with an exposure above 0 are at least half of the assessed. */
export function hasEnoughExposure({ weighted, assessed }: GroupReadiness): boolean {
  return weighted > 0 && 2 * weighted >= assessed;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
