/**
 * Whose rating the viewer may have read: everybody who could be read one by one on a day since the rating was given, as
 * far as the rating still stands. Who moves away is not forgotten before being rated again: with such a number known, a
 * row of k people would tell of fewer.
 * Unit: people. Missing: a person without a rating of the dimension is in no figure of it. Source: method.md 9.3, 9.5.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';

/** The last day on which the viewer could read each person; who never could is not there. */
export type LastRead = ReadonlyMap<string, DayText>;

export const NEVER_READ: LastRead = new Map();

/** Of these people those whose rating, where there is one, the viewer may have read. */
export function listRead(people: Iterable<readonly [string, Rated]>, lastRead: LastRead): readonly string[] {
  if (lastRead.size === 0) return [];
  return [...people].filter(([id, rated]) => hasRead(rated, lastRead.get(id))).map(([id]) => id);
}

/** A level and the mark of the rating behind it. */
export interface Rated {
  readonly level: Level | null;
  readonly rating: string | null;
}

/** Whether a rating was given up to the day; false where there is no level or no day. */
export function hasRead({ level, rating }: Rated, lastRead: DayText | undefined): boolean {
  return lastRead !== undefined && level !== null && dayOf(rating ?? '') <= lastRead;
}

/** The day that the mark of a rating begins with. */
export function dayOf(mark: string): DayText {
  return mark.slice(0, 'yyyy-mm-dd'.length);
}
