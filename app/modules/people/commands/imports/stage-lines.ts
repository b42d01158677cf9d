import type { TenantContext } from '#db/tenancy';
import type { CsvRow } from '~/shared/csv';
import { deleteImportLines, type ImportLine, insertImportLines } from '../../data/import-lines';
import { UNREAD } from '../../domain/imports/line-fault';
import { cellsText, statedColumns, statedLine } from '../../domain/imports/stated-line';
import type { ImportFile } from './prepare-import';
import { rowReader } from './read-import-rows';

/** Rows, and characters of cells, that are read before what was read is stored. */
const [MOST_ROWS, MOST_CHARACTERS] = [2_000, 1024 * 1024];

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
  let waiting: ImportLine[] = [];
  let characters = 0;
  const store = async () => {
    await stored;
    check();
    stored = insertImportLines(ctx, importId, waiting);
    // Told when it is awaited; whoever stops before that has been told something else.
    stored.catch(() => {});
    [waiting, characters] = [[], 0];
  };
  for await (const piece of table.rows()) {
    for (const row of piece) {
      rows += 1;
      const line = lineOf(row, rows);
      waiting.push(line);
      characters += line.cells.length;
      if (characters >= MOST_CHARACTERS) await store();
    }
    if (waiting.length >= MOST_ROWS) await store();
  }
  await store();
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
    const { externalId, email, manager } = row.named;
    const named = {
      externalId: comparable(externalId),
      email: comparable(email),
      manager: comparable(manager),
    };
    return { ...place, ...NOTHING_STATED, ...named, fault: UNREAD };
  };
}

/** Control characters, such as separate values on their way to the database, are in no id and no address that can be taken. */
const CONTROLS = /\p{Cc}/gu;
const comparable = <Text extends string | null>(text: Text) =>
  (text === null ? null : text.replace(CONTROLS, '\ufffd')) as Text;

const NOTHING_STATED = {
  ...{ startedOn: null, endedOn: null, status: null },
  ...{ facts: '', held: null, band: null },
};
