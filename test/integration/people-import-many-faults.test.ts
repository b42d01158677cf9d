import { type KyselyPlugin, sql } from 'kysely';
import { expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { OWN_HEADER, ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { guessOf } from '~/modules/people/commands/imports/plan-import';
import { prepareImport } from '~/modules/people/commands/imports/prepare-import';
import { rejectedPages } from '~/modules/people/commands/imports/staged-rows';
import { readLooseTable } from '~/shared/read-loose-table';
import { streamedTable } from '~/shared/streamed-table';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);

/** The context with its statements and the rows that they answer counted. */
function counted(ctx: TenantContext) {
  const count = { statements: 0, rows: 0 };
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count.statements += 1;
      return node;
    },
    transformResult: async ({ result }) => {
      count.rows += result.rows.length;
      return result;
    },
  };
  return { ctx: { ...ctx, tx: ctx.tx.withPlugin(plugin) }, count };
}

/** Rows of staged files that statements of this transaction have looked at. */
async function looked(ctx: TenantContext): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as rows
      from pg_stat_xact_user_tables where relname = 'import_lines'`.execute(ctx.tx);
  return rows[0]?.rows ?? 0;
}

/** Stages a file, settles it and tells all rejected rows with their reasons. */
async function settled(lines: readonly string[]) {
  const org = await newOrganization();
  const importId = await org.begin(OWN_HEADER);
  const table = streamedTable(await readLooseTable(Buffer.from(ownFile(lines)), 'people.csv'));
  return org.run(async (given) => {
    const { ctx, count } = counted(given);
    const file = { table, layout: guessOf(table), today: TODAY, check: () => {} };
    const prepared = await prepareImport(ctx, importId, file);
    const rejected = [];
    for await (const page of rejectedPages(ctx, prepared)) rejected.push(...page);
    return { rejected, statements: count.statements, rows: count.rows, looked: await looked(given) };
  });
}

it('many rejected rows with one e-mail cost no more each than few', async () => {
  // Every other one cannot be read, so that all of them are told of others.
  const rows = (many: number) =>
    Array.from(
      { length: many },
      (_, at) => `S${at},Sam,all@h.example,Guard,Gate,,,,,,,${at % 2 ? 'asleep' : ''},,`,
    );
  const [few, many] = [await settled(rows(2_000)), await settled(rows(8_000))];
  expect([few.rejected.length, many.rejected.length]).toEqual([2_000, 8_000]);
  // Whoever can be read is told of the first of those, whoever cannot of the first of these.
  const other = (line: number) => (line <= 3 ? line + 2 : 2 + (line % 2));
  expect(
    many.rejected.filter(({ line, faults }) => !faults.at(-1)?.reason.endsWith(`line ${other(line)} too.`)),
  ).toEqual([]);
  expect(many.looked / 8_000).toBeLessThan(1.3 * (few.looked / 2_000));
  expect(many.rows / 8_000).toBeLessThan(1.3 * (few.rows / 2_000));
}, 60_000);

it('a chain of managers of which the last cannot be taken is settled by as many statements as a short one', async () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, at) =>
      at + 1 < length ? `C${at},Cy,,Guard,Gate,C${at + 1},,,,,,,,` : `C${at},Cy,,Guard,Gate,,,,,,,asleep,,`,
    );
  const [short, long] = [await settled(chain(5)), await settled(chain(5_000))];
  expect(long.rejected).toHaveLength(5_000);
  expect(long.rejected.map(({ faults }) => faults.map(({ reason }) => reason)).slice(0, -1)).toEqual(
    Array.from({ length: 4_999 }, (_, at) => [`the manager's own row ${at + 3} is refused.`]),
  );
  // Pages of rejected rows come on top.
  expect(long.statements - short.statements).toBeLessThanOrEqual(8);
}, 60_000);

it('a chain of people who take the e-mail of the next one is settled so as well', async () => {
  const org = await newOrganization();
  const known = Array.from({ length: 300 }, (_, at) => `P${at},Pat,p${at}@h.example,Guard,Gate,,,,,,,,,`);
  await org.apply((await org.preview(ownFile(known))).importId);
  const next = known.map((line, at) => line.replace(`p${at}@`, `p${at + 1}@`));
  const { counts } = await org.preview(ownFile([...next.slice(0, -1), `${next.at(-1)}x`]));
  expect(counts).toMatchObject({ changed: 0, rejected: 300 });
  const { counts: good } = await org.preview(ownFile(next));
  expect(good).toMatchObject({ changed: 300, rejected: 0 });
}, 60_000);
