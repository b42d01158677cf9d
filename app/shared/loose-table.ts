import { CSV_MAX_ROWS, type CsvRow, type CsvTable, refusal } from './csv';
import type { InvalidInput } from './errors';

/** A table as somebody else's program wrote it: the header where it was found, rows of any width. */
export interface LooseTable {
  readonly file: string;
  /** The physical line of the header, from 1. */
  readonly headerLine: number;
  /** Names as written, trimmed; nameless columns are called by their place, repeated names are numbered. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Records in which the header is looked for. */
export const LOOKED_AT = 30;
/** A header fills this share of the columns that the table uses. */
const HEADER_SHARE = 0.6;

/** Where the header of a table was found. */
interface TableHead {
  /** Its place among the records, from 0. */
  readonly place: number;
  readonly headerLine: number;
  readonly header: readonly string[];
}

/**
 * Finds the header among the first records: the first one that fills most of the columns in use, so that a title or an
 * empty line above it is passed over. Throws InvalidInput for a table without any row.
 */
export function headOf(file: string, records: readonly CsvRow[]): TableHead {
  const first = records.slice(0, LOOKED_AT);
  const most = Math.max(0, ...first.map(filled));
  const place = first.findIndex((record) => filled(record) >= Math.max(1, most * HEADER_SHARE));
  const found = records[place];
  if (!found) throw refusal(file, [{ pointer: `${file}:1`, detail: 'The file is empty.' }]);
  return { place, headerLine: found.line, header: namesOf(found.values) };
}

/** The table of these records (headOf). Throws InvalidInput for a table without any row, and with too many. */
export function looseTable(file: string, records: readonly CsvRow[]): LooseTable {
  const { place, ...head } = headOf(file, records);
  const rows = records.slice(place + 1);
  if (rows.length > CSV_MAX_ROWS) throw tooManyRows(file);
  return { file, ...head, rows };
}

/** The refusal of a table with more rows than one may have. */
export function tooManyRows(file: string): InvalidInput {
  const detail = `The file has more than ${CSV_MAX_ROWS.toLocaleString('en')} rows. Split it into several files.`;
  return refusal(file, [{ pointer: file, detail }]);
}

/** The table as strict readers take it: names in lower case, every row as wide as the header. */
export function strictTable(table: LooseTable): CsvTable {
  const width = table.header.length;
  const tooWide = table.rows.filter((row) => row.values.slice(width).some((value) => value.trim() !== ''));
  if (tooWide.length > 0)
    throw refusal(
      table.file,
      tooWide.map((row) => ({
        pointer: `${table.file}:${row.line}`,
        detail: `The row has ${row.values.length} cells, the header has ${width}.`,
      })),
    );
  const rows = table.rows.map(({ line, values }) => ({
    line,
    values: Array.from({ length: width }, (_, at) => values[at] ?? ''),
  }));
  return { file: table.file, header: table.header.map((name) => name.toLowerCase()), rows };
}

function filled(record: CsvRow): number {
  return record.values.filter((value) => value.trim() !== '').length;
}

function namesOf(values: readonly string[]): string[] {
  const last = values.findLastIndex((value) => value.trim() !== '');
  const times = new Map<string, number>();
  return values.slice(0, last + 1).map((value, at) => {
    const name = value.trim().replace(/\s+/gu, ' ').slice(0, 200) || `Column ${at + 1}`;
    const time = (times.get(name.toLowerCase()) ?? 0) + 1;
    times.set(name.toLowerCase(), time);
    return time === 1 ? name : `${name} (${time})`;
  });
}
