/**
 * Self-manager difference: how a person sees themselves against how the manager does.
 * Formula: self - manager, each the newest of its kind within 12 months of asOf (on or after asOf less 12 months);
 * same day: last submitted, then lower level.
 * Unit: levels, an integer -4 to 4. Rounding: none. Missing: null when either kind has none. Source: method.md 1.
 */
import { addDays, addMonths, type DayText } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import type { LevelFact } from './peer-rating';
import type { RaterKind } from './rating-fact';

export interface SelfManagerDifference {
  readonly difference: number;
  /** The first day on which one of the two is older than 12 months, so that the clock alone ends the difference. */
  readonly endsOn: DayText;
}

/** From the counted facts of one person and dimension (countedFacts of current-level.ts). */
export function selfManagerDifference(
  counted: readonly LevelFact[],
  asOf: DayText,
  constants: MethodConstants,
): SelfManagerDifference | null {
  const since = addMonths(asOf, -constants.comparisonMonths);
  const self = newestOf('self', since, counted);
  const manager = newestOf('manager', since, counted);
  if (self === undefined || manager === undefined) return null;
  const ends = [self, manager].map((fact) => firstDayWithout(fact.assessedOn, constants)).sort();
  return { difference: self.level - manager.level, endsOn: ends[0] ?? asOf };
}

function newestOf(kind: RaterKind, since: DayText, counted: readonly LevelFact[]): LevelFact | undefined {
  let newest: LevelFact | undefined;
  for (const fact of counted) {
    if (fact.raterKind !== kind || fact.assessedOn < since) continue;
    if (newest === undefined || isNewer(fact, newest)) newest = fact;
  }
  return newest;
}

function isNewer(a: LevelFact, b: LevelFact): boolean {
  if (a.assessedOn !== b.assessedOn) return a.assessedOn > b.assessedOn;
  if (a.submittedAt !== b.submittedAt) return a.submittedAt > b.submittedAt;
  return a.level < b.level;
}

/** Months differ in length: the first day whose window no longer holds the assessed day. */
function firstDayWithout(assessedOn: DayText, constants: MethodConstants): DayText {
  let day = addDays(addMonths(assessedOn, constants.comparisonMonths), 1);
  while (addMonths(day, -constants.comparisonMonths) <= assessedOn) day = addDays(day, 1);
  return day;
}
