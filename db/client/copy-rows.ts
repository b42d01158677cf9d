import type { Slot } from './slot';

/** Table and columns by their names in the database, the columns in the order of the cells. */
export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Cells as text that the column's type reads; null for no value. */
export type CopiedRow = readonly (string | null)[];

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const SPECIAL = /[\\\t\n\r]/g;

function cell(value: string | null): string {
  if (value === null) return '\\N';
  return value.replace(SPECIAL, (character) => ESCAPES[character] ?? '');
}

/**
 * Adds rows to a table by `copy ... from stdin`, batch by batch; the next batch is asked for when the server has
 * taken the one before. Resolves to the number of rows.
 * @throws What the batches throw, then nothing is added; the database's error for a row that it refuses;
 * ConnectionLost.
 */
export async function copyRows(
  slot: Slot,
  { table, columns }: CopyTarget,
  batches: AsyncIterable<readonly CopiedRow[]>,
): Promise<number> {
  const names = [table, ...columns];
  if (!names.every((name) => /^[a-z_]+$/.test(name))) throw new Error('not a table or column');
  let count = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const rows of batches) {
      count += rows.length;
      if (rows.length > 0)
        yield Buffer.from(rows.map((row) => `${row.map(cell).join('\t')}\n`).join(''), 'utf8');
    }
  }
  await slot.copyIn(`copy public.${table} (${columns.join(', ')}) from stdin`, chunks());
  return count;
}
