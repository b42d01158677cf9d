/**
 * Days without a time: text 'YYYY-MM-DD' at the edges, whole numbers of days since 1970-01-01 inside formulas
 * (the number PostgreSQL gives for `day - date '1970-01-01'`). Years 0000 to 9999.
 */
import { InvalidInput } from './errors';

/** A day as text, 'YYYY-MM-DD'. */
export type DayText = string;

const MILLISECONDS = 86_400_000;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Texts of the days asked for, of a hundred years at most: figures ask for the same ones over and over. */
const texts = new Map<number, DayText>();
const TEXTS_KEPT = 36_525;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether the text is a day that exists ('2023-02-29' does not). */
export function isDay(text: string): text is DayText {
  return numberOf(text) !== null;
}

/** Whole days since 1970-01-01 (negative before). Throws InvalidInput when the text is no day. */
export function dayNumber(day: DayText): number {
  const number = numberOf(day);
  if (number === null) throw new InvalidInput(`"${day}" is not a day written as YYYY-MM-DD.`);
  return number;
}

/** By arithmetic alone: figures ask it of each rating. Null when the text is no day. */
function numberOf(text: string): number | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = (MONTH_LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
  if (!(year >= 0 && day >= 1 && day <= length)) return null;
  // Years from March on, so that a leap day is the last of its year; 719,468 days lie from 0000-03-01 to 1970-01-01.
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + ofYear - 719_468;
}

/** The number that digits from one place up to another write; NaN when something else is among them. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The day as text; the inverse of dayNumber. Throws InvalidInput outside the years 0000 to 9999. */
export function dayText(number: number): DayText {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const at = new Date(number * MILLISECONDS);
  const text = Number.isInteger(number) && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : '';
  if (!isDay(text)) throw new InvalidInput(`${number} is not the number of a day.`);
  if (texts.size < TEXTS_KEPT) texts.set(number, text);
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
