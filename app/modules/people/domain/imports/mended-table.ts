import type { CsvRow } from '~/shared/csv';
import type { LooseTable } from '~/shared/loose-table';
import type { StreamedTable } from '~/shared/streamed-table';

/** Columns that an export of rejected rows adds behind those of the file. */
export const REASON_COLUMNS = ['line', 'reason'] as const;

/**
 * The header of the file that rejected rows with this header came from; null for a header that does not end as Cadre ends
 * those. A person's own columns can be named so too: whether the file is known decides.
 */
export function headerBefore(header: readonly string[]): readonly string[] | null {
  const place = reasonPlace(header);
  return place === null ? null : header.toSpliced(place, 2);
}

/**
 * The table without the columns that Cadre added to its rejected rows, so that a file that was mended is known as the one
 * that it came from; any other table as it is.
 */
export function mendedTable(table: LooseTable): LooseTable {
  const place = reasonPlace(table.header);
  if (place === null) return table;
  return { ...table, header: table.header.toSpliced(place, 2), rows: table.rows.map(withoutReasons(place)) };
}

/** The same of a table that is read piece by piece. */
export function mendedStream(table: StreamedTable): StreamedTable {
  const place = reasonPlace(table.header);
  if (place === null) return table;
  const without = withoutReasons(place);
  const rows = async function* () {
    for await (const piece of table.rows()) yield piece.map(without);
  };
  return { ...table, header: table.header.toSpliced(place, 2), first: table.first.map(without), rows };
}

/** The place of the first of the two, which are the last of a header; null: it does not end so. */
function reasonPlace(header: readonly string[]): number | null {
  const place = header.length - REASON_COLUMNS.length;
  return place > 0 && REASON_COLUMNS.every((name, at) => header[place + at] === name) ? place : null;
}

const withoutReasons =
  (place: number) =>
  ({ line, values }: CsvRow): CsvRow => ({ line, values: values.toSpliced(place, 2) });
