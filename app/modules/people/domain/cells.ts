import { z } from 'zod';
import { type DayText, isDay } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';

const EARLIEST_DAY = '1900-01-01';
const LATEST_DAY = '2199-12-31';
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** Why the text cannot be stored as it is, or null. Length is counted in characters (code points). */
export function textFault(text: string, max: number, lines = false): string | null {
  if (LONE_SURROGATE.test(text)) return 'holds half of a character (a lone surrogate).';
  if ((lines ? CONTROL_BUT_LINES : CONTROL).test(text)) return 'holds a control character or a line break.';
  if (text.length > max && Array.from(text).length > max) return `is longer than ${max} characters.`;
  return null;
}

/** A cell of one line of text, trimmed, possibly empty. */
export function textCell(max: number) {
  return z.string().transform((raw, ctx) => {
    const text = raw.trim();
    const fault = textFault(text, max);
    if (fault) ctx.addIssue({ code: 'custom', message: fault });
    return text;
  });
}

/** A cell of one line of text that must not be empty. */
export function requiredCell(max: number) {
  return textCell(max).refine((text) => text !== '', 'is empty.');
}

/** A cell of text over several lines (evidence), trimmed, possibly empty. */
export function longTextCell(max: number) {
  return z.string().transform((raw, ctx) => {
    const text = raw.trim();
    const fault = textFault(text, max, true);
    if (fault) ctx.addIssue({ code: 'custom', message: fault });
    return text;
  });
}

/** Written as days are, whether or not there is such a day. */
const ISO_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** A cell with a day YYYY-MM-DD from 1900 to 2199, or empty: null. */
export function dayCell() {
  return z.string().transform((raw, ctx): DayText | null => {
    const text = raw.trim();
    if (text === '') return null;
    if (isDay(text) && text >= EARLIEST_DAY && text <= LATEST_DAY) return text;
    const message = isDay(text)
      ? `${quote(text)} is outside the years 1900 to 2199.`
      : `${quote(text)} is no day of the calendar${ISO_SHAPE.test(text) ? '' : ', or not written as days are here: YYYY-MM-DD, unless another way was chosen'}.`;
    ctx.addIssue({ code: 'custom', message });
    return null;
  });
}

/** A cell with one of the words, in any case, or empty: null. */
export function wordCell<Word extends string>(words: readonly Word[]) {
  return z.string().transform((raw, ctx): Word | null => {
    const text = raw.trim().toLowerCase();
    if (text === '') return null;
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    ctx.addIssue({ code: 'custom', message: `${quote(raw.trim())} is none of ${words.join(', ')}.` });
    return null;
  });
}

/** A cell read by a parser that gives a value or says what is wrong. */
export function parsedCell<T>(parse: (text: string) => Parsed<T>) {
  return z.string().transform((raw, ctx): T => {
    const parsed = parse(raw.trim());
    if (parsed.ok) return parsed.value;
    ctx.addIssue({ code: 'custom', message: parsed.fault });
    return z.NEVER;
  });
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: string };

/** The faults of one row: "column: what is wrong", all at the row's place in the file. */
export function rowFaults(error: z.ZodError, pointer: string): FieldError[] {
  return error.issues.map((issue) => ({ pointer, detail: `${issue.path.join('.')}: ${issue.message}` }));
}

/** The text in quotes as a message shows it: one line, at most 60 characters. */
export function quote(text: string): string {
  const shown = Array.from(text);
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 60).join('')}…` : text);
}
