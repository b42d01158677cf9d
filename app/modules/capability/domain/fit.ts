/**
 * Fit: how far a person reaches a profile; it orders people within a lane and is printed as
 * "n of m dimensions at target, k levels missing", not as a percentage.
 * Formula: value = sum(w x attainment) / sum(w) over assessed dimensions; low counts the unassessed as 0, high as 1.
 * Unit: 0 to 1. Rounding: none; sums are integers (twelfths x weight), divided once.
 * Missing: value is null under 60 % of weight assessed; everything is null when nothing is asked.
 * Source: method.md 3.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { ATTAINMENT_PARTS, attainmentTwelfths } from './attainment';
import type { MethodConstants } from './constants';
import { gapOf } from './gap';

export interface FitPart {
  readonly level: Level | null;
  readonly target: Level;
  readonly weight: number;
}

export interface Fit {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Dimensions assessed at target or above: the n of "n of m". */
  readonly atTarget: number;
  /** Dimensions asked: the m. */
  readonly dimensions: number;
  /** Dimensions asked and assessed. */
  readonly assessed: number;
  /** Sum of the gaps of the assessed dimensions. */
  readonly levelsMissing: number;
  /** Largest gap of the assessed dimensions, null when none is assessed. */
  readonly largestGap: number | null;
  /** Share of weight assessed, 0 to 1; null when nothing is asked. */
  readonly assessedWeight: number | null;
}

/** Fit of one person to the dimensions that a profile asks for; parts of weight 0 do not count. */
export function fitOf(parts: readonly FitPart[], constants: MethodConstants): Fit {
  const asked = parts.filter((part) => part.weight > 0);
  const sums = { weight: 0, assessedWeight: 0, reached: 0, atTarget: 0, assessed: 0, missing: 0 };
  let largestGap: number | null = null;
  for (const part of asked) {
    sums.weight += part.weight;
    const gap = gapOf(part.level, part.target);
    if (part.level === null || gap === null) continue;
    sums.assessed += 1;
    sums.assessedWeight += part.weight;
    sums.reached += part.weight * attainmentTwelfths(part.level, part.target);
    sums.missing += gap;
    sums.atTarget += gap === 0 ? 1 : 0;
    largestGap = Math.max(largestGap ?? 0, gap);
  }
  const none = sums.weight === 0;
  const whole = sums.weight * ATTAINMENT_PARTS;
  const unknown = (sums.weight - sums.assessedWeight) * ATTAINMENT_PARTS;
  const share = none ? null : sums.assessedWeight / sums.weight;
  const shown = share !== null && sums.assessedWeight > 0 && share >= constants.fitMinimumWeight;
  return {
    value: shown ? sums.reached / (sums.assessedWeight * ATTAINMENT_PARTS) : null,
    low: none ? null : sums.reached / whole,
    high: none ? null : (sums.reached + unknown) / whole,
    atTarget: sums.atTarget,
    dimensions: asked.length,
    assessed: sums.assessed,
    levelsMissing: sums.missing,
    largestGap,
    assessedWeight: share,
  };
}
