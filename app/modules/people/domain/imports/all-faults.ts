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
export interface OtherLines {
  /** A line on which the same id, or e-mail, stands too; null: none. */
  readonly idLine: number | null;
  readonly emailLine: number | null;
  /** The line of the manager's own row, which is refused; 0: nobody has the id; null: the manager can be taken. */
  readonly managerLine: number | null;
}

/**
 * All that is wrong with a refused row, one reason for each column: what was found first, then what else would keep it
 * from being taken once that is mended.
 */
export function allFaults(row: RefusedRow, others: OtherLines): readonly RowFault[] {
  const { idLine, emailLine, managerLine } = others;
  const told = new Set(row.faults.map(({ column }) => column));
  const more: RowFault[] = [];
  const tell = (column: string, reason: string | null) => {
    if (reason !== null && !told.has(column)) more.push({ column, reason });
  };
  tell('external_id', repeated(row.externalId, idLine));
  tell('email', repeated(row.email ?? '', emailLine));
  tell(
    'manager_external_id',
    managerLine === null ? null : managerReason(row.manager ?? '', managerLine || null),
  );
  return more.length === 0 ? row.faults : [...row.faults, ...more];
}

/** Why a manager cannot be taken. @param line of the manager's own row, which is refused; null: nobody has the id */
export function managerReason(manager: string, line: number | null): string {
  return line === null ? `nobody has the id ${quote(manager)}.` : `the manager's own row ${line} is refused.`;
}

function repeated(text: string, other: number | null): string | null {
  return text === '' || other === null ? null : `${quote(text)} is in line ${other} too.`;
}
