/**
 * The level of a rating, read in another version of the framework.
 * Formula: where the ticked statements suggest (suggested-level.ts) another level in the new version than in the one that
 * the rating was made under, what they suggest there; else the level that the rater gave: the rater decided, and nothing
 * of what was ticked changed. A statement that a person called the same in other words is ticked in the new version too.
 * Unit: level 0 to 4. Missing: without a tick that the new version has, the level stays. Source: method.md 11.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { suggestedLevel, type TickableStatement } from './suggested-level';

export interface VersionStep {
  /** Of one dimension, in the version that ratings were made under. */
  readonly from: readonly TickableStatement[];
  readonly to: readonly TickableStatement[];
  /** Ids in the new version of statements in other words, by their ids before. */
  readonly reworded: ReadonlyMap<string, string>;
}

/** The level in the new version; the given one where nothing moves it. */
export function reexpressedLevel(
  level: Level,
  ticked: readonly string[],
  { from, to, reworded }: VersionStep,
): Level {
  const before = suggestedLevel(from, new Set(ticked));
  const after = suggestedLevel(to, new Set(ticked.map((id) => reworded.get(id) ?? id)));
  if (after === null || after === before) return level;
  return after;
}
