import type { CsvTable } from './csv';
import { strictTable } from './loose-table';
import { readLooseTable } from './read-loose-table';

/**
 * A table as people send it (see readLooseTable), as the readers of Cadre's own columns take it: names in lower case,
 * the header where it was found. Days of a workbook come as YYYY-MM-DD, its numbers as plain digits.
 * @throws InvalidInput for what is no table, rows wider than the header, and files over the limits.
 */
export async function readTableFile(bytes: Uint8Array, name: string): Promise<CsvTable> {
  return strictTable(await readLooseTable(bytes, name));
}
