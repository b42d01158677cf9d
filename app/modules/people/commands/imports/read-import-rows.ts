import type { FieldError } from '~/shared/errors';
import type { StreamedTable } from '~/shared/streamed-table';
import { type EmployeeCells, type EmployeeRecord, readEmployeeRow } from '../../domain/employee-row';
import type { RefusedRow } from '../../domain/imports/all-faults';
import type { ImportLayout } from '../../domain/imports/import-layout';
import { layoutCells, type ReadLayout } from '../../domain/imports/layout-cells';
import { type RowFault, rowFault } from '../../domain/imports/row-fault';
import { plainRowReader } from '../../domain/plain-employee-row';

export interface RejectedRow extends RefusedRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A row that was read, or why it could not be. */
export type ReadRow =
  | { readonly record: EmployeeRecord; readonly faults: null }
  | {
      readonly record: null;
      readonly faults: readonly RowFault[];
      readonly named: Pick<RejectedRow, 'externalId' | 'name' | 'email' | 'manager'>;
    };

/** Reads rows of a file by the layout, one by one. @param header the file's, whose width no row exceeds. */
export function rowReader(
  header: readonly string[],
  layout: ReadLayout,
): (cells: readonly string[]) => ReadRow {
  const width = header.length;
  const cellsOf = layoutCells(layout);
  const readPlain = plainRowReader();
  return (values) => {
    const cells = cellsOf(values);
    const wide = values.length > width && values.slice(width).some((value) => value.trim() !== '');
    const plain = wide ? null : readPlain(cells);
    if (plain) return { record: plain, faults: null };
    const read = readEmployeeRow(cells, '');
    if (read.ok && !wide) return { record: read.record, faults: null };
    const faults = read.ok
      ? [{ column: '', reason: `The row has ${values.length} cells, the header has ${width}.` }]
      : read.faults.map(rowFault);
    return { record: null, faults, named: namedIn(cells) };
  };
}

/** Whom a row that cannot be read is about, and whom it names. */
function namedIn({ external_id: externalId, name, email, manager_external_id: manager }: EmployeeCells) {
  return {
    externalId: cutText(externalId.trim(), 200),
    name,
    ...{ email: cutText(email.trim(), 320) || null, manager: cutText(manager?.trim() ?? '', 200) || null },
  };
}

/** A rejected row as it is kept: its cells whole, whom it is about cut as it is shown. */
export function rejectedRow(
  { line, externalId, name, email, manager, cells }: Omit<RejectedRow, 'faults'>,
  faults: readonly RowFault[],
): RejectedRow {
  return {
    line,
    externalId: cutText(externalId.trim(), 200),
    name: cutText(name.trim(), 200),
    ...{ email, manager },
    cells: cells.map(storable),
    faults,
  };
}

/** The first characters of a text, as PostgreSQL can hold them. */
function cutText(text: string, length: number): string {
  return Array.from(storable(text)).slice(0, length).join('');
}

/** PostgreSQL holds neither a zero byte nor half of a character: in their place stands the character for what is lost. */
function storable(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '\ufffd').toWellFormed() : text;
}

/** One warning for each column that the layout does not read. */
export function unreadColumns(
  { file, header, headerLine }: Pick<StreamedTable, 'file' | 'header' | 'headerLine'>,
  { columns }: ImportLayout,
): FieldError[] {
  const read = new Set(Object.values(columns));
  return header.flatMap((name, at) =>
    read.has(at)
      ? []
      : [{ pointer: `${file}:${headerLine}`, detail: `The column ${JSON.stringify(name)} is not read.` }],
  );
}
