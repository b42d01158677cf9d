import { CsvError, type Options, parse } from 'csv-parse/sync';
import { refusal } from '~/shared/csv';
import type { OnetRow, RowReader } from '../domain/onet/row-reader';
import { wholeLines } from './import-onet-lines';

/** The text format of the O*NET database (formats 1.1): tabs, no quoting, CRLF or LF; a byte order mark may come first. */
const FORMAT: Options<string[]> = {
  delimiter: '\t',
  quote: null,
  escape: null,
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
};

export interface NumberedCells {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The cells of a file, line by line, the header too; empty lines are passed over.
 * @throws InvalidInput with file, line and reason, as wholeLines does.
 */
export async function* readCells(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly NumberedCells[]> {
  for await (const { bytes, line } of wholeLines(file, chunks)) {
    yield parsed(file, bytes, line)
      .map((cells, index) => ({ line: line + index, cells }))
      .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  }
}

function parsed(file: string, bytes: Uint8Array, line: number): string[][] {
  try {
    return parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      ...FORMAT,
      bom: line === 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusal(file, [{ pointer: `${file}:${line}`, detail: 'From here on the lines cannot be read.' }]);
  }
}

interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly reader: RowReader;
  readonly repeats: 'refused' | 'counted';
}

export interface RowCount {
  rows: number;
  /** Rows whose key was there before. */
  repeated: number;
}

/**
 * The rows of a table as the database takes them, batch by batch; `count` is kept up to date.
 * @throws InvalidInput with file, line and reason for a row of another width than the header, a cell that is not of
 * its column's kind, and a repeated row where a table may have none.
 */
export async function* readRows(
  table: Table,
  chunks: AsyncIterable<Uint8Array>,
  count: RowCount,
): AsyncGenerator<readonly OnetRow[]> {
  const { file, header, reader, repeats } = table;
  const seen = new Map<string, number>();
  let isHeader = true;
  for await (const lines of readCells(file, chunks)) {
    const rows: OnetRow[] = [];
    for (const { line, cells } of lines) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      const refuse = (detail: string) => refusal(file, [{ pointer: `${file}:${line}`, detail }]);
      if (cells.length !== header.length)
        throw refuse(`The row has ${cells.length} cells, the header has ${header.length}.`);
      const row = reader.read(cells, count.rows + 1);
      if (typeof row === 'string') throw refuse(row);
      const key = reader.keyOf(row);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, line);
      else if (repeats === 'counted') count.repeated += 1;
      else throw refuse(`The row repeats that of line ${first}: ${key.replaceAll('\t', ', ')}.`);
      rows.push(row);
      count.rows += 1;
    }
    yield rows;
  }
}
