import type { TenantContext } from '#db/tenancy';
import type { CsvRow } from '~/shared/csv';
import { deleteImportLines, type ImportLine, insertImportLines } from '../../data/import-lines';
import { UNREAD } from '../../domain/imports/line-fault';
import { cellsText, statedColumns, statedLine } from '../../domain/imports/stated-line';
import type { ImportFile } from './prepare-import';
import { rowReader, storable } from './read-import-rows';

/** Rows that are read before what was read last is stored: a file of long rows comes in smaller pieces. */
const MOST = 4_000;

/**
 * Reads the rows of a file and puts them where statements can hold them against what is known, piece by piece: one piece
 * is stored while the next one is read. @returns how many rows.
 */
export async function stageLines(
  ctx: TenantContext,
  importId: string,
  { table, layout, check }: ImportFile,
): Promise<number> {
  const lineOf = lineReader(table.header, layout);
  await deleteImportLines(ctx, importId);
  let rows = 0;
  let stored = Promise.resolve();
  const store = async (lines: readonly ImportLine[]) => {
    await stored;
    check();
    stored = insertImportLines(ctx, importId, lines);
    // Told when it is awaited; whoever stops before that has been told something else.
    stored.catch(() => {});
  };
  let waiting: ImportLine[] = [];
  for await (const piece of table.rows()) {
    for (const row of piece) {
      rows += 1;
      waiting.push(lineOf(row, rows));
    }
    if (waiting.length < MOST / 2) continue;
    await store(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await store(waiting);
  await stored;
  return rows;
}

function lineReader(
  header: readonly string[],
  layout: ImportFile['layout'],
): (row: CsvRow, number: number) => ImportLine {
  const read = rowReader(header, layout);
  const stated = statedColumns(layout);
  return ({ line, values }, number) => {
    const row = read(values);
    const place = { number, line, cells: cellsText(values) };
    if (row.record) return { ...place, ...statedLine(row.record, stated), fault: null };
    const { externalId, email } = row.named;
    const emailKey = email === null ? null : storable(email.toLowerCase());
    return { ...place, ...NOTHING_STATED, externalId, emailKey, fault: UNREAD };
  };
}

const NOTHING_STATED = {
  ...{ manager: null, startedOn: null, endedOn: null, status: null },
  ...{ facts: '', held: null, band: null },
};
