/**
 * Steps of a level over time: what the current level was from each day on, on what is known now.
 * Formula: the current level (current-level.ts) on every day on which a rating that competes was made.
 * Unit: level 0 to 4, days. A step is left out where the level stays. Missing: none before the first rating.
 * Source: method.md 1.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import { currentLevel, type LevelScope, rankedCandidates } from './current-level';
import type { RatingFact } from './rating-fact';

export interface LevelStep {
  readonly from: DayText;
  readonly level: Level;
}

/** The steps up to asOf, the oldest first; facts of submitted assessments only. */
export function levelSteps(
  facts: readonly RatingFact[],
  dimension: Dimension,
  scope: LevelScope,
): readonly LevelStep[] {
  const days = [...new Set(rankedCandidates(facts, dimension, scope).map((one) => one.assessedOn))].sort();
  const steps: LevelStep[] = [];
  for (const from of days) {
    const level = currentLevel(facts, dimension, { ...scope, asOf: from })?.level;
    if (level !== undefined && level !== steps.at(-1)?.level) steps.push({ from, level });
  }
  return steps;
}
