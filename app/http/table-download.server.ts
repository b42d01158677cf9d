import writeExcel from 'write-excel-file/node';
import { keepApostrophe } from '~/shared/formula-cell';
import { csvLine } from '~/shared/write-csv';

export type TableFormat = 'csv' | 'xlsx';

/** A table as people take it along: names of columns, then rows of texts and numbers; null is an empty cell. */
export interface DownloadTable {
  /** Without ending. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Characters that a cell of a workbook may hold. */
const MOST_CELL = 32_767;

/**
 * A table as a file that the browser saves. CSV: RFC 4180, UTF-8, cells that a spreadsheet would take for formulas
 * guarded by an apostrophe, which readers of Cadre take back. XLSX: one sheet; texts are cells of type text, which no
 * spreadsheet evaluates, so they stand as they are, but for those that begin like a guarded one.
 */
export async function downloadTable(table: DownloadTable, format: TableFormat): Promise<Response> {
  const file = format === 'csv' ? csvOf(table) : await workbookOf(table);
  return new Response(file, {
    headers: {
      'Content-Type':
        format === 'csv'
          ? 'text/csv; charset=utf-8; header=present'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${table.name}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function csvOf({ header, rows }: DownloadTable): string {
  const lines = [header, ...rows].map((row) =>
    csvLine(row.map((cell) => (cell === null ? '' : String(cell)))),
  );
  return `${lines.join('\r\n')}\r\n`;
}

async function workbookOf({ header, rows }: DownloadTable): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  return new Uint8Array(await writeExcel(sheet, { stickyRowsCount: 1 }).toBuffer());
}

function cellOf(cell: string | number | null) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: keepApostrophe(cell).slice(0, MOST_CELL), type: String };
}
