import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';

/** What a rater said of one dimension in one assessment: a level, a `?`, or both on days of their own. */
export interface RatingState {
  /** null: the rater was unsure and stated no level. */
  readonly level: Level | null;
  /** Day of the level; of the `?` where there is no level. */
  readonly assessedOn: DayText;
  /** Latest day of a `?`, null: there was none. */
  readonly unsureOn: DayText | null;
}

/** The state that one statement makes: a level or a `?` on a day. */
export function ratingState(level: Level | null, day: DayText): RatingState {
  return { level, assessedOn: day, unsureOn: level === null ? day : null };
}

/**
 * The state after another statement. The level of the later day counts, whichever was read first; of the same day the
 * newer statement, a correction. A `?` replaces no level and is replaced by none (method.md 1).
 */
export function withStatement(known: RatingState | undefined, stated: RatingState): RatingState {
  if (!known) return stated;
  const unsureOn = laterOf(known.unsureOn, stated.unsureOn);
  const levels = [known, stated].filter((state) => state.level !== null);
  const [first, second] = levels;
  if (!first) return { level: null, assessedOn: unsureOn ?? known.assessedOn, unsureOn };
  const counted = second && second.assessedOn >= first.assessedOn ? second : first;
  return { level: counted.level, assessedOn: counted.assessedOn, unsureOn };
}

/** Whether a text given with a level (or with a `?`) still stands after the change from one state to another. */
export function standsAfter(unsure: boolean, before: RatingState, after: RatingState): boolean {
  if (unsure) return before.unsureOn === after.unsureOn;
  return before.level === after.level && before.assessedOn === after.assessedOn;
}

/** Whether two states say the same. */
export function sameState(a: RatingState | undefined, b: RatingState): boolean {
  return a !== undefined && standsAfter(true, a, b) && standsAfter(false, a, b);
}

/** The later of two days, null: neither. */
function laterOf(a: DayText | null, b: DayText | null): DayText | null {
  if (a === null || b === null) return a ?? b;
  if (a > b) return a;
  return b;
}
