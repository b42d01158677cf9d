import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { OWN_HEADER, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { openImport } from '~/modules/people/commands/imports/open-import';
import { planImport } from '~/modules/people/commands/imports/plan-import';
import type { CsvRow } from '~/shared/csv';
import type { StreamedTable } from '~/shared/streamed-table';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const PIECE = 1_000;
/** Both of several batches, so that one batch is in memory at the end of either. */
const [FEW, MANY] = [6_000, 20_000];
/** What a row may leave in memory until the end: its number, and room for what else a process keeps. */
const BYTES_A_ROW = 100;
/** Pieces of rows that may be in memory at once: read, waiting to be stored, on their way. */
const PIECES = 8;

const rowOf = (number: number): CsvRow => ({
  line: number + 1,
  values: [
    `M${number}`,
    `Person ${number} of the long list`,
    `m${number}@memory.example`,
    `Guard ${number % 9}`,
  ]
    .concat([`Security / Post ${number % 50}`, number > 50 ? `M${number % 50 || 50}` : '', 'Quay'])
    .concat(['33-9032.00', '2', '2020-01-01', '', 'active', 'employee', 'yes']),
});

/** A table that makes its rows when they are asked for, and tells of how many pieces rows are still held. */
function madeTable(rows: number) {
  const held: WeakRef<readonly string[]>[] = [];
  let most = 0;
  const pieces = async function* () {
    for (let from = 1; from <= rows; from += PIECE) {
      const piece = Array.from({ length: Math.min(PIECE, rows - from + 1) }, (_, at) => rowOf(from + at));
      held.push(...piece.slice(0, 1).map(({ values }) => new WeakRef(values)));
      yield piece;
      collect();
      most = Math.max(most, held.filter((values) => values.deref() !== undefined).length);
    }
  };
  const first = Array.from({ length: 10 }, (_, at) => rowOf(at + 1));
  const header = OWN_HEADER.split(',');
  const table: StreamedTable = { file: 'people.csv', headerLine: 1, header, first, rows: pieces };
  return { table, most: () => most };
}

it('an import holds a few pieces of its file and a batch of people, however many rows there are', async () => {
  const org = await newOrganization();
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const preview = async (rows: number) => {
    const importId = await org.begin(OWN_HEADER);
    const { table, most } = madeTable(rows);
    const before = held();
    let after = before;
    const counts = await org.run(async (ctx) => {
      const row = await openImport(ctx, importId);
      const report = (share: number) => {
        if (share > 0.95) after = held();
      };
      const input = { row, table, today: '2026-03-01', importedBy: 'somebody', everybody: false };
      return planImport(ctx, { ...input, replanned: false, report });
    });
    expect(counts).toMatchObject({ created: rows, rejected: 0 });
    return { pieces: most(), grown: after - before };
  };
  await preview(FEW);
  const [few, many] = [await preview(FEW), await preview(MANY)];
  expect(Math.max(few.pieces, many.pieces)).toBeLessThanOrEqual(PIECES);
  expect(many.grown - few.grown).toBeLessThan((MANY - FEW) * BYTES_A_ROW);
}, 120_000);
