import { batches } from './batches';
import { CSV_MAX_ROWS, type CsvRow, type FreshRow } from './csv';
import { headOf, LOOKED_AT, type LooseTable, tooManyRows } from './loose-table';
import { restoreFormulas } from './read-loose-table';
import { type ByteSource, streamRecords, textShapeOf } from './stream-records';

/** A table whose rows are not all in memory: as LooseTable, but that rows come in pieces. */
export interface StreamedTable extends Omit<LooseTable, 'rows'> {
  /** The first rows: 1,000, or fewer where they are long or there are no more. */
  readonly first: readonly CsvRow[];
  /** All rows in order, in pieces; each call reads them anew. @throws InvalidInput for broken quoting, too many rows. */
  readonly rows: () => AsyncIterable<readonly CsvRow[]>;
}

const FIRST = 1_000;
/** Characters of the first rows after which no more are kept: they stay in memory as long as the table. */
const FIRST_CHARACTERS = 1024 * 1024;

/**
 * The table of a stored text, read as readLooseTable reads it: once for its encoding, then for each time that its rows
 * are asked for. @throws InvalidInput for what is no table of text.
 */
export async function openTextTable(bytes: ByteSource, file: string): Promise<StreamedTable> {
  const shape = await textShapeOf(bytes, file);
  const records = () => restored(streamRecords(bytes, file, shape));
  const looked: FreshRow[] = [];
  let characters = 0;
  for await (const piece of records()) {
    for (const row of piece) {
      if (looked.length >= LOOKED_AT && characters >= FIRST_CHARACTERS) break;
      looked.push(row);
      for (const value of row.values) characters += value.length;
    }
    if (looked.length >= LOOKED_AT + (characters >= FIRST_CHARACTERS ? 0 : FIRST)) break;
  }
  const { place, ...head } = headOf(file, looked);
  const first = looked.slice(place + 1, place + 1 + FIRST);
  return { file, ...head, first, rows: () => rowsBelow(records(), place, file) };
}

/** A table that is in memory as one whose rows come in pieces. */
export function streamedTable({ rows, ...table }: LooseTable): StreamedTable {
  const pieces = async function* () {
    yield* batches(rows);
  };
  return { ...table, first: rows.slice(0, FIRST), rows: pieces };
}

async function* restored(records: AsyncIterable<FreshRow[]>): AsyncGenerator<FreshRow[]> {
  for await (const piece of records) {
    restoreFormulas(piece);
    yield piece;
  }
}

async function* rowsBelow(
  records: AsyncIterable<readonly CsvRow[]>,
  place: number,
  file: string,
): AsyncGenerator<readonly CsvRow[]> {
  let seen = 0;
  for await (const piece of records) {
    const rows = piece.slice(Math.max(0, place + 1 - seen));
    seen += piece.length;
    if (seen - place - 1 > CSV_MAX_ROWS) throw tooManyRows(file);
    if (rows.length > 0) yield rows;
  }
}
