/**
 * Attainment: how much of a target is reached; surplus never hides a gap.
 * Formula: min(level / target, 1); target 0 gives 1.
 * Unit: twelfths, an integer 0 to 12 (targets are 1 to 4, so every attainment is a whole number of twelfths).
 * Rounding: none. Missing: not assessed or no target has no attainment (not called). Source: method.md 3.
 */
import type { Level } from '~/modules/frameworks/domain/level';

/** Parts of a whole attainment. */
export const ATTAINMENT_PARTS = 12;

/** Attainment in twelfths; SQL: case when target = 0 then 12 else least(12, level * 12 / target) end. */
export function attainmentTwelfths(level: Level, target: Level): number {
  if (target === 0 || level >= target) return ATTAINMENT_PARTS;
  return (level * ATTAINMENT_PARTS) / target;
}
