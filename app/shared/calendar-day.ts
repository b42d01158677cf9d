/**
 * Days without a time: text 'YYYY-MM-DD' at the edges, whole numbers of days since 1970-01-01 inside formulas
 * (the number PostgreSQL gives for `day - date '1970-01-01'`). Years 0000 to 9999.
 */
import { InvalidInput } from './errors';

/** A day as text, 'YYYY-MM-DD'. */
export type DayText = string;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether the text is a day that exists ('2023-02-29' does not). */
export function isDay(text: string): text is DayText {
  if (!DAY_PATTERN.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Whole days since 1970-01-01 (negative before). Throws InvalidInput when the text is no day. */
export function dayNumber(day: DayText): number {
  if (!isDay(day)) throw new InvalidInput(`"${day}" is not a day written as YYYY-MM-DD.`);
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;
}

/** The day as text; the inverse of dayNumber. Throws InvalidInput outside the years 0000 to 9999. */
export function dayText(number: number): DayText {
  const at = new Date(number * MILLISECONDS);
  const text = Number.isInteger(number) && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : '';
  if (!isDay(text)) throw new InvalidInput(`${number} is not the number of a day.`);
  return text;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: DayText, days: number): DayText {
  return dayText(dayNumber(day) + days);
}

/**
 * The same day of the month so many months later (earlier when negative); where that month is shorter, its last
 * day, as PostgreSQL's `day + interval 'n months'`: 2024-02-29 less 12 months is 2023-02-28.
 */
export function addMonths(day: DayText, months: number): DayText {
  dayNumber(day);
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((((total % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  const wanted = Number(day.slice(8, 10));
  for (let dayOfMonth = wanted; dayOfMonth > 27; dayOfMonth -= 1) {
    const candidate = `${first}-${String(dayOfMonth).padStart(2, '0')}`;
    if (isDay(candidate)) return candidate;
  }
  const candidate = `${first}-${day.slice(8, 10)}`;
  if (!isDay(candidate))
    throw new InvalidInput(`${months} months from ${day} is outside the years 0000 to 9999.`);
  return candidate;
}

/** The day of the month that the instant falls on in an IANA time zone. Throws RangeError for an unknown zone. */
export function dayInZone(instant: Date, timeZone: string): DayText {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = new Map(formatter.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}
