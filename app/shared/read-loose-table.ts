import { type FreshRow, parseRecords } from './csv';
import { decodeTable } from './decode-table';
import { restoreFormula } from './formula-cell';
import { type LooseTable, looseTable } from './loose-table';
import { isWorkbook, readWorkbook } from './read-workbook';
import { separatorOf } from './separator';

/**
 * Reads a table of any program, told by its content: a workbook (XLSX, first sheet), or text with commas, semicolons,
 * tabs or pipes in UTF-8, UTF-16 with a byte order mark, or Windows-1252. An apostrophe that guards a formula is taken
 * off cells of text. @throws InvalidInput for what is none of these, broken quoting and files over the limits.
 */
export async function readLooseTable(bytes: Uint8Array, name: string): Promise<LooseTable> {
  const records = isWorkbook(bytes) ? await readWorkbook(bytes, name) : recordsOf(bytes, name);
  restoreFormulas(records);
  return looseTable(name, records);
}

/** Takes apostrophes that guard formulas off the cells of these records. */
export function restoreFormulas(records: readonly FreshRow[]): void {
  for (const { values } of records)
    for (const [at, value] of values.entries()) if (value.startsWith("'")) values[at] = restoreFormula(value);
}

function recordsOf(bytes: Uint8Array, name: string): FreshRow[] {
  const text = decodeTable(bytes, name);
  return parseRecords(text, name, separatorOf(text));
}
