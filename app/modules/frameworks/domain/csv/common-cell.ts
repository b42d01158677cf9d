import type { FieldError } from '~/shared/errors';
import { MAX_NAME_CHARS } from '../framework-limits';
import { textFault } from '../text-fault';
import type { FrameworkColumn } from './framework-columns';
import type { FrameworkRow } from './read-framework-row';

/** Rows of one file that belong together, and the list that their faults are added to. */
export interface FrameworkRows {
  readonly rows: readonly FrameworkRow[];
  readonly file: string;
  readonly faults: FieldError[];
  /** False where rows were left out for their faults: then nothing can be said about what is missing. */
  readonly whole: boolean;
}

interface CellRule {
  /** Most UTF-16 units; not given: those of a name. */
  readonly maxChars?: number;
  /** Why a value cannot be taken over, or null. */
  readonly check?: (value: string) => string | null;
}

/**
 * What the rows say together in a column: the value of the rows that have one; null where none has. Rows that differ,
 * and a value that cannot be taken over, are added to the faults.
 */
export function commonCell(
  { rows, file, faults }: FrameworkRows,
  column: FrameworkColumn,
  { maxChars = MAX_NAME_CHARS, check = () => null }: CellRule = {},
): string | null {
  const [first, ...more] = rows.filter((row) => row.cell(column) !== '');
  if (!first) return null;
  const value = first.cell(column);
  const fault = textFault(value, maxChars) ?? check(value);
  if (fault) faults.push({ pointer: `${file}:${first.line}`, detail: `${column}: ${fault}` });
  for (const row of more) {
    if (row.cell(column) === value) continue;
    const detail = `${column}: differs from line ${first.line}; leave it empty or repeat the same text.`;
    faults.push({ pointer: `${file}:${row.line}`, detail });
  }
  return value;
}
