const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const pad = (value: number) => String(value).padStart(2, '0');

function day(year: number, month: number, date: number): string | null {
  const last = lastDate(year, month);
  return month >= 1 && month <= 12 && date >= 1 && date <= last ? `${year}-${pad(month)}-${pad(date)}` : null;
}

function lastDate(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * The last day (YYYY-MM-DD) of a review date as standards print it: a year, a month of a year, or a day (2020,
 * March 2020, 31 Mar 2020, 31/03/2020, 2020-03-31). Null for other texts.
 */
export function lastReviewDay(text: string): string | null {
  const clean = text.trim();
  const year = /^(\d{4})$/.exec(clean);
  if (year) return `${year[1]}-12-31`;
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(clean);
  if (iso) return endOf(Number(iso[1]), Number(iso[2]), iso[3]);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9}) (\d{4})$/i.exec(clean);
  if (named) return endOf(Number(named[3]), monthOf(named[2] ?? ''), named[1]);
  const slashed = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(clean);
  return slashed ? endOf(Number(slashed[3]), Number(slashed[2]), slashed[1]) : null;
}

const endOf = (year: number, month: number, date: string | undefined) =>
  day(year, month, date === undefined ? lastDate(year, month) : Number(date));

/** Whether a standard is overdue for review on a day (both YYYY-MM-DD): its review date is past. */
export function isReviewOverdue(reviewBy: string | null, asOf: string): boolean {
  return reviewBy !== null && reviewBy < asOf;
}
