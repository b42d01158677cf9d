import type { FieldError } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';
import type { CheckedRow } from '../../domain/check-employees';
import { type EmployeeCells, type EmployeeRecord, readEmployeeRow } from '../../domain/employee-row';
import type { RefusedRow } from '../../domain/imports/all-faults';
import type { ImportLayout } from '../../domain/imports/import-layout';
import { layoutCells } from '../../domain/imports/layout-cells';
import { type RowFault, rowFault } from '../../domain/imports/row-fault';
import { plainRowReader } from '../../domain/plain-employee-row';

/** A row that was read, with its cells as the file has them. */
export interface ReadRow extends CheckedRow {
  /** What the row states, less what it does not change. */
  readonly record: EmployeeRecord;
  /** What the row states. */
  readonly stated: EmployeeRecord;
  readonly cells: readonly string[];
}

export interface RejectedRow extends RefusedRow {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly rejected: readonly RejectedRow[];
  readonly warnings: readonly FieldError[];
}

/** Longest piece of a cell that a rejected row keeps. */
const KEPT_CELL = 1_000;

/** Reads every row by the layout; rows that cannot be read are told with their faults. */
export function readImportRows(table: LooseTable, layout: ImportLayout): ReadRows {
  const rows: ReadRow[] = [];
  const rejected: RejectedRow[] = [];
  const width = table.header.length;
  const cellsOf = layoutCells(layout);
  const readPlain = plainRowReader();
  for (const { line, values } of table.rows) {
    const cells = cellsOf(values);
    const wide = values.length > width && values.slice(width).some((value) => value.trim() !== '');
    const plain = wide ? null : readPlain(cells);
    if (plain) {
      rows.push({ line, record: plain, stated: plain, cells: values });
      continue;
    }
    const read = readEmployeeRow(cells, `${table.file}:${line}`);
    if (read.ok && !wide) {
      rows.push({ line, record: read.record, stated: read.record, cells: values });
      continue;
    }
    const faults = read.ok
      ? [
          {
            column: '',
            reason: `The row has ${values.length} cells, the header has ${width}.`,
          },
        ]
      : read.faults.map(rowFault);
    rejected.push(rejectedRow({ line, ...namedIn(cells), cells: values }, faults));
  }
  return { rows, rejected, warnings: unreadColumns(table, layout) };
}

/** Whom a row that cannot be read is about, and whom it names. */
function namedIn({ external_id: externalId, name, email, manager_external_id: manager }: EmployeeCells) {
  return { externalId, name, email: email.trim() || null, manager: manager?.trim() || null };
}

/** A rejected row as it is kept: long cells are cut. */
export function rejectedRow(
  { line, externalId, name, email, manager, cells }: Omit<RejectedRow, 'faults'>,
  faults: readonly RowFault[],
): RejectedRow {
  const cut = (text: string, length: number) => Array.from(storable(text)).slice(0, length).join('');
  return {
    line,
    externalId: cut(externalId.trim(), 200),
    name: cut(name.trim(), 200),
    ...{ email, manager },
    cells: cells.map((cell) => (cell.length > KEPT_CELL ? `${cut(cell, KEPT_CELL)}…` : storable(cell))),
    faults,
  };
}

/** PostgreSQL holds neither a zero byte nor half of a character. */
function storable(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;
}

function unreadColumns(table: LooseTable, { columns }: ImportLayout): FieldError[] {
  const read = new Set(Object.values(columns));
  return table.header.flatMap((name, at) =>
    read.has(at)
      ? []
      : [
          {
            pointer: `${table.file}:${table.headerLine}`,
            detail: `The column ${JSON.stringify(name)} is not read.`,
          },
        ],
  );
}
