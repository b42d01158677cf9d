import { MAX_STATEMENTS_PER_LEVEL } from '../framework-limits';
import type { Line, LineCursor } from './line-cursor';

const NUMBERED = /^(\d{1,4})\. +(\S.*)$/u;

export interface NumberedItem {
  /** From 1, as printed. */
  readonly position: number;
  /** The line without its number; `line.number` places it in the file. */
  readonly line: Line;
}

/** Whether a line is an item of a numbered list ("3. Words"). */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text);
}

/**
 * Takes the numbered lines that follow, which must count 1, 2, 3 without a gap.
 * @throws InvalidInput for a broken numbering, an empty list or more items than the limit.
 */
export function readNumbered(cursor: LineCursor, of: string): NumberedItem[] {
  const items: NumberedItem[] = [];
  for (let line = cursor.peek(); line; line = cursor.peek()) {
    const found = NUMBERED.exec(line.text);
    if (!found) break;
    cursor.next(of);
    const position = Number(found[1]);
    if (position !== items.length + 1)
      cursor.refuse(
        `Number ${items.length + 1} of ${of} is expected here, not ${position}; a line above may be missing.`,
        line,
      );
    if (position > MAX_STATEMENTS_PER_LEVEL)
      cursor.refuse(`More than ${MAX_STATEMENTS_PER_LEVEL} items of ${of}.`, line);
    items.push({ position, line: { number: line.number, text: found[2] ?? '' } });
  }
  if (items.length > 0) return items;
  const instead = cursor.next(`number 1 of ${of}`);
  return cursor.refuse(`Number 1 of ${of} is expected here.`, instead);
}
