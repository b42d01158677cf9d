import { addMonths, isDay } from '~/shared/calendar-day';

const EARLIEST = '1900-01-02';
const MONTHS_AHEAD = 24;

/** Why nothing can change from a day, or null: no day, before 1900, or more than two years ahead. */
export function changeDayFault(from: string, today: string): string | null {
  if (!isDay(from)) return 'Give a day as YYYY-MM-DD.';
  if (from < EARLIEST) return 'The day is before 1900.';
  if (from > addMonths(today, MONTHS_AHEAD)) return 'The day is more than two years ahead.';
  return null;
}
