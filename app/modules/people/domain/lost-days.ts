import { addDays, type DayText } from '~/shared/calendar-day';
import type { Timeline } from './timeline';

/** What was known of a day and is not told any more. */
export interface LostDays<Key> {
  /** First day of the period that told it. */
  readonly validFrom: DayText;
  readonly key: Key;
  readonly lastDay: DayText;
}

/**
 * What a timeline told up to a day and another one in its place does not: for each period that had begun, the last of
 * its days until then of which the other timeline says something else. The day of a change counts as one of before too:
 * until the change was told, all was as before. Such days are lost by a change that is entered for a day before, by a
 * second one on the same day, and by a first day that is put off.
 */
export function lostDays<Facts, Key extends string>(
  before: Timeline<Facts>,
  after: Timeline<Facts>,
  { today, keyOf }: { readonly today: DayText; readonly keyOf: (facts: Facts) => Key | null },
): LostDays<Key>[] {
  return before.flatMap(({ validFrom, validTo, facts }) => {
    const key = keyOf(facts);
    if (key === null || validFrom > today) return [];
    const end = validTo !== null && validTo < today ? validTo : today;
    const same = after.filter((period) => keyOf(period.facts) === key);
    const lastDay = lastDayOutside(same, end);
    return lastDay < validFrom ? [] : [{ validFrom, key, lastDay }];
  });
}

/** The last day up to this one that none of these periods tells. */
function lastDayOutside(periods: Timeline<unknown>, day: DayText): DayText {
  const around = periods.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  );
  return around ? lastDayOutside(periods, addDays(around.validFrom, -1)) : day;
}
