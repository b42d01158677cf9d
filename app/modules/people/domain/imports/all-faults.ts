import { quote } from '../cells';
import type { RowFault } from './row-fault';

/** A row that is not taken, as far as it could be read, with the faults that are known of it. */
export interface RefusedRow {
  readonly line: number;
  readonly externalId: string;
  /** Null: none, or not stated. */
  readonly email: string | null;
  readonly manager: string | null;
  readonly faults: readonly RowFault[];
}

/** What the rest of the file and what is known say about a refused row. */
export interface FileLooks {
  /** A line on which the same id, or e-mail, stands too. */
  readonly otherOfId: (row: RefusedRow) => number | undefined;
  readonly otherOfEmail: (row: RefusedRow) => number | undefined;
  /** The line of a refused row of the manager, whom nobody else is; null: nobody has the id; undefined: it can be taken. */
  readonly refusedLine: (manager: string) => number | null | undefined;
}

/**
 * All that is wrong with a refused row, one reason for each column: what was found first, then what else would keep it
 * from being taken once that is mended.
 */
export function allFaults(row: RefusedRow, looks: FileLooks): readonly RowFault[] {
  const told = new Set(row.faults.map(({ column }) => column));
  const more: RowFault[] = [];
  const tell = (column: string, reason: () => string | null) => {
    const text = told.has(column) ? null : reason();
    if (text !== null) more.push({ column, reason: text });
  };
  tell('external_id', () => repeated(row.externalId, looks.otherOfId(row)));
  tell('email', () => repeated(row.email ?? '', looks.otherOfEmail(row)));
  tell('manager_external_id', () => {
    const line = row.manager ? looks.refusedLine(row.manager) : undefined;
    return line === undefined ? null : managerReason(row.manager ?? '', line);
  });
  return more.length === 0 ? row.faults : [...row.faults, ...more];
}

/** Why a manager cannot be taken. @param line of the manager's own row, which is refused; null: nobody has the id */
export function managerReason(manager: string, line: number | null): string {
  return line === null ? `nobody has the id ${quote(manager)}.` : `the manager's own row ${line} is refused.`;
}

function repeated(text: string, other: number | undefined): string | null {
  return text === '' || other === undefined ? null : `${quote(text)} is in line ${other} too.`;
}
