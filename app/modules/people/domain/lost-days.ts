import type { DayText } from '~/shared/calendar-day';
import type { Timeline } from './timeline';

/** What was known of a day and is not told any more. */
export interface LostDays<Key> {
  /** First day of the period that told it. */
  readonly validFrom: DayText;
  readonly key: Key;
  readonly lastDay: DayText;
}

/**
 * What a timeline told up to a day and another one in its place does not: for each period that had begun, its last day
 * until then, unless the other timeline says the same of that day. The day of a change counts as one of before too: until
 * the change was told, all was as before. Such days are lost by a change that is entered for a day before, and by a
 * second one on the same day.
 */
export function lostDays<Facts, Key extends string>(
  before: Timeline<Facts>,
  after: Timeline<Facts>,
  { today, keyOf }: { readonly today: DayText; readonly keyOf: (facts: Facts) => Key | null },
): LostDays<Key>[] {
  return before.flatMap(({ validFrom, validTo, facts }) => {
    const key = keyOf(facts);
    if (key === null || validFrom > today) return [];
    const lastDay = validTo !== null && validTo < today ? validTo : today;
    const isTold = after.some(
      (period) =>
        keyOf(period.facts) === key &&
        period.validFrom <= lastDay &&
        (period.validTo === null || period.validTo >= lastDay),
    );
    return isTold ? [] : [{ validFrom, key, lastDay }];
  });
}
