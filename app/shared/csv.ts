import { CsvError, parse } from 'csv-parse/sync';
import { type FieldError, InvalidInput } from './errors';
import { type FreshRow, plainRecords } from './plain-records';

export type { FreshRow };

/** Most rows below the header, and most bytes of UTF-8, that one file may have. */
export const CSV_MAX_ROWS = 200_000;
export const CSV_MAX_BYTES = 64 * 1024 * 1024;
/** Longest record, in characters. */
export const MAX_RECORD_CHARACTERS = 1024 * 1024;
/** Faults of a refused file that are listed. */
export const LISTED_FAULTS = 100;

/** One record: the physical line (from 1) on which it starts, and its cells as written. */
export interface CsvRow {
  readonly line: number;
  readonly values: readonly string[];
}

export interface CsvTable {
  readonly file: string;
  /** Column names, trimmed and in lower case. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** The text of a file's bytes. Throws InvalidInput when they are too many or are not UTF-8. */
export function decodeCsv(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > CSV_MAX_BYTES) throw tooLarge(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refusal(file, [{ pointer: file, detail: 'The file is not UTF-8 text. Save it as "CSV UTF-8".' }]);
  }
}

/**
 * Reads comma-separated text (RFC 4180; a byte order mark, CRLF, LF or CR line ends, line breaks inside quotes).
 * Line breaks inside a cell become LF; every other character stays, a leading = + - or @ too. Empty lines and
 * lines of empty cells are passed over. Throws InvalidInput for broken quoting, other separators, a header
 * without or with repeated names, rows of another width than the header, and files over the limits.
 */
export function readCsv(text: string, file: string): CsvTable {
  if (text.length > CSV_MAX_BYTES || utf8Length(text) > CSV_MAX_BYTES) throw tooLarge(file);
  const [first, ...rows] = parseRecords(text, file);
  if (!first) throw refusal(file, [{ pointer: `${file}:1`, detail: 'The file is empty.' }]);
  if (rows.length > CSV_MAX_ROWS) {
    const detail = `The file has more than ${CSV_MAX_ROWS.toLocaleString('en')} rows. Split it into several files.`;
    throw refusal(file, [{ pointer: file, detail }]);
  }
  const header = first.values.map((name) => name.trim().toLowerCase());
  const faults = [
    ...headerFaults(header, `${file}:${first.line}`),
    ...widthFaults(rows, header.length, file),
  ];
  if (faults.length > 0) throw refusal(file, faults);
  return { file, header, rows };
}

/**
 * The refusal of a whole file: the reason counts the faults, the first 100 by line are listed.
 * @param total how many there are, where these are only the first.
 */
export function refusal(file: string, faults: readonly FieldError[], total = faults.length): InvalidInput {
  const byLine = [...faults].sort((a, b) => lineOf(a) - lineOf(b));
  const count = total === 1 ? '1 fault' : `${total.toLocaleString('en')} faults`;
  const listed = total > LISTED_FAULTS ? ` The first ${LISTED_FAULTS} are listed.` : '';
  return new InvalidInput(
    `${file} was not imported: ${count} found, nothing was changed.${listed}`,
    byLine.slice(0, LISTED_FAULTS),
  );
}

function lineOf(fault: FieldError): number {
  return Number(fault.pointer.slice(fault.pointer.lastIndexOf(':') + 1)) || 0;
}

/** The records of a text, the header among them. Throws InvalidInput for broken quoting. */
export function parseRecords(text: string, file: string, separator = ','): FreshRow[] {
  // Line breaks are made one kind first: csv-parse counts CRLF inside quotes as two lines.
  const lines = text.replace(/\r\n?/g, '\n');
  const most = CSV_MAX_ROWS + 2;
  const plain = plainRecords(lines, { separator, longest: MAX_RECORD_CHARACTERS, most });
  return plain ?? quotedRecords(lines, file, { separator, most });
}

/** How text with quotation marks is read, whose line breaks are LF. */
export const QUOTED_OPTIONS = {
  record_delimiter: '\n',
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  max_record_size: MAX_RECORD_CHARACTERS,
};

function quotedRecords(
  text: string,
  file: string,
  { separator, most }: { readonly separator: string; readonly most: number },
): FreshRow[] {
  const rows: FreshRow[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      ...QUOTED_OPTIONS,
      bom: true,
      delimiter: separator,
      to: most,
      on_record: (values: string[], { lines }) => {
        lastLine = lines;
        rows.push({ line: lines - values.reduce((sum, value) => sum + lineBreaks(value), 0), values });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusal(file, [{ pointer: `${file}:${lastLine + 1}`, detail: quotingFault(error.code) }]);
  }
}

/** What is wrong with the quotes of a record, by the reader's code. */
export function quotingFault(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'From here on a quoted cell is opened and never closed.';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return 'The row is longer than a million characters; a quote is probably missing.';
  return 'The quotes of this row are broken: a cell with a quote in it is enclosed in quotes and doubles it.';
}

function headerFaults(header: readonly string[], pointer: string): FieldError[] {
  const only = header.length === 1 ? (header[0] ?? '') : '';
  for (const [mark, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const) {
    if (only.includes(mark))
      return [{ pointer, detail: `The columns look separated by ${name}. Save the file with commas.` }];
  }
  const faults: FieldError[] = [];
  for (const [index, name] of header.entries()) {
    if (name === '') faults.push({ pointer, detail: `Column ${index + 1} has no name.` });
    else if (header.indexOf(name) < index)
      faults.push({ pointer, detail: `The column ${name} is there twice.` });
  }
  return faults;
}

function widthFaults(rows: readonly CsvRow[], width: number, file: string): FieldError[] {
  return rows
    .filter((row) => row.values.length !== width)
    .map((row) => ({
      pointer: `${file}:${row.line}`,
      detail: `The row has ${row.values.length} cells, the header has ${width}.`,
    }));
}

function tooLarge(file: string): InvalidInput {
  return refusal(file, [
    { pointer: file, detail: 'The file is larger than 64 MiB. Split it into several files.' },
  ]);
}

/** Line breaks (LF) in a text. */
export function lineBreaks(value: string): number {
  let count = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Bytes of the text as UTF-8 (a surrogate pair is 4, a lone one 3). */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) bytes += 2;
    else if (code >= 0xd800 && code <= 0xdfff) bytes += 1;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}
