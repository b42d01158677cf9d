import type { SourceRow } from './csv-reader';
import { quoted, sourceFault } from './source-fault';

/** The named columns of a file: their places, and the width that every row must have. */
export interface Columns<Name extends string> {
  readonly file: string;
  readonly width: number;
  readonly places: Readonly<Record<Name, number>>;
  /** Columns that nothing reads. */
  readonly unread: readonly string[];
}

/** Names of a header row as they are compared: without spaces around them. */
export const headerNames = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim());

/**
 * Finds the columns of a header by name, in any order. Throws InvalidInput where one is missing or is there twice.
 */
export function findColumns<Name extends string>(
  header: SourceRow,
  names: readonly Name[],
  file: string,
): Columns<Name> {
  const present = headerNames(header.cells);
  const place = { file, line: header.line };
  const twice = present.find((name, index) => present.indexOf(name) < index);
  if (twice !== undefined) throw sourceFault(place, `The column ${quoted(twice)} is there twice.`);
  const missing = names.filter((name) => !present.includes(name));
  if (missing.length > 0) throw sourceFault(place, `Columns are missing: ${missing.join(', ')}.`);
  const places = Object.fromEntries(names.map((name) => [name, present.indexOf(name)]));
  const known: readonly string[] = names;
  return {
    file,
    width: present.length,
    places: places as Record<Name, number>,
    unread: present.filter((name) => !known.includes(name)),
  };
}

/** A row by the names of its columns. */
export interface NamedCells<Name extends string> {
  readonly line: number;
  /** The cell, without spaces around it. */
  cell(name: Name): string;
  /** The refusal of the file for what stands in this row. */
  fault(detail: string): Error;
}

/** Names the cells of a row. Throws InvalidInput for a row of another width than the header. */
export function nameCells<Name extends string>(row: SourceRow, columns: Columns<Name>): NamedCells<Name> {
  const place = { file: columns.file, line: row.line };
  if (row.cells.length !== columns.width) {
    const cells = row.cells.length === 1 ? '1 cell' : `${row.cells.length} cells`;
    throw sourceFault(place, `The row has ${cells}, the header has ${columns.width}.`);
  }
  return {
    line: row.line,
    cell: (name) => (row.cells[columns.places[name]] ?? '').trim(),
    fault: (detail) => sourceFault(place, detail),
  };
}
