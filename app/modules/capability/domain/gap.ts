/**
 * Gap: the levels missing to a target.
 * Formula: max(0, target - level). Unit: levels, an integer 0 to 4. Rounding: none.
 * Missing: null when not assessed or without a target, never 0. Source: method.md 3.
 */
import type { Level } from '~/modules/frameworks/domain/level';

/** The gap, or null when either side is missing. */
export function gapOf(level: Level | null, target: Level | null): number | null {
  return level === null || target === null ? null : Math.max(0, target - level);
}
