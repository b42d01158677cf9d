import { readSheet } from 'read-excel-file/universal';
import { CSV_MAX_BYTES, type FreshRow, refusal } from './csv';
import { openWorkbook } from './open-workbook';
import { storedZip } from './stored-zip';

/** First bytes of a zip, and of the compound files of old or protected workbooks. */
const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Characters of all cells: many cells can name one long text. */
const MOST_TEXT = CSV_MAX_BYTES;

/** Whether the bytes are those of a workbook, be it one that is not read. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return [ZIP, COMPOUND].some((mark) => mark.every((byte, at) => bytes[at] === byte));
}

/**
 * The rows of a workbook's first sheet with their row numbers, empty rows left out. Days come as YYYY-MM-DD, numbers as
 * plain digits, true and false as yes and no. The library gets only what the guard has inflated and counted.
 * @throws InvalidInput for a workbook over the limits (openWorkbook), protected, of the old format, or broken.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<FreshRow[]> {
  if (COMPOUND.every((byte, at) => bytes[at] === byte)) {
    const detail =
      'The workbook is protected by a password or of the old .xls format. Save it as .xlsx without one.';
    throw refusal(file, [{ pointer: file, detail }]);
  }
  const zip = storedZip(await openWorkbook(bytes, file));
  const rows: readonly (readonly unknown[])[] = await readSheet<string>(zip.buffer, {
    trim: false,
    parseNumber: plainNumber,
  }).catch((error: unknown) => {
    const detail = `The workbook cannot be read${error instanceof Error ? `: ${error.message.slice(0, 200)}` : ''}.`;
    throw refusal(file, [{ pointer: file, detail }]);
  });
  let characters = 0;
  return rows.flatMap((row, at) => {
    const values = row.map(cellText);
    for (const value of values) characters += value.length;
    if (characters > MOST_TEXT) {
      const detail = 'The cells of the workbook hold more than 64 MiB of text. Split it into several files.';
      throw refusal(file, [{ pointer: file, detail }]);
    }
    return values.some((value) => value.trim() !== '') ? [{ line: at + 1, values }] : [];
  });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}

/** A number as people see it: 1.0E+2 is 100; digits that a number cannot hold stay as they are. */
function plainNumber(text: string): string {
  return /^-?\d+$/.test(text) ? text : String(Number(text));
}
