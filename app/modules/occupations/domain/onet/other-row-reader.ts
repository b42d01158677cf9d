import type { RowReader } from './row-reader';

function element(cell: string): string {
  return cell === '' || cell === 'n/a' ? 'null' : `"${cell.replace(/[\\"]/gu, '\\$&')}"`;
}

/** Keeps the rows of a table that no page reads: all cells in the order of the header, null where there is none. */
export function otherRowReader(dataset: string): RowReader {
  return {
    columns: ['dataset', 'position', 'cells'],
    unread: [],
    keyOf: (row) => row[2] ?? '',
    read: (cells, position) => [dataset, String(position), `{${cells.map(element).join(',')}}`],
  };
}
