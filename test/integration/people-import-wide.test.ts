import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { OWN_HEADER, peopleImports } from '#test/fixtures/people/people-imports';
import { workbookOf } from '#test/fixtures/workbook-of';
import { openTestDatabase } from '#test/setup/database';
import { exportRejectedRows } from '~/modules/people/commands/export-rejected-rows';
import { openImport } from '~/modules/people/commands/imports/open-import';
import { planImport } from '~/modules/people/commands/imports/plan-import';
import { openTextTable } from '~/shared/streamed-table';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
type Organization = Awaited<ReturnType<typeof newOrganization>>;
const viewer = { kind: 'user', id: 'test', role: 'hr_partner' } as never;

const charactersOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + charactersOf(one), 0);
};

/** The context with the longest statement and the longest answer noted, in characters. */
function watched(ctx: TenantContext) {
  const most = { sent: 0, read: 0 };
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      most.sent = Math.max(most.sent, charactersOf(node));
      return node;
    },
    transformResult: async ({ result }) => {
      most.read = Math.max(most.read, charactersOf(result.rows));
      return result;
    },
  };
  return { ctx: { ...ctx, tx: ctx.tx.withPlugin(plugin) }, most };
}

const ROWS = 1_500;
const WIDE = 'w'.repeat(1_000);
/** Sixteen more columns of a thousand characters each: 24 million in all. */
const wideFile = (name: (at: number) => string) =>
  [
    `${OWN_HEADER},${Array.from({ length: 16 }, (_, at) => `more ${at}`).join(',')}`,
    ...Array.from(
      { length: ROWS },
      (_, at) => `W${at},${name(at)},,Guard,Gate${','.repeat(9)},${Array(16).fill(WIDE).join(',')}`,
    ),
  ].join('\n');

async function planned(org: Organization, text: string) {
  const importId = await org.begin(OWN_HEADER);
  const bytes = Buffer.from(text);
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 262_144) yield bytes.subarray(at, at + 262_144);
  };
  return org.run(async (given) => {
    const { ctx, most } = watched(given);
    const table = await openTextTable(pieces, 'people.csv');
    const row = await openImport(ctx, importId);
    const input = { row, table, today: '2026-03-01', importedBy: 'somebody', everybody: false };
    const counts = await planImport(ctx, { ...input, replanned: false, report: () => {} });
    return { counts, most };
  });
}

it.each([
  ['good', (at: number) => `Wim ${at}`, { created: ROWS, rejected: 0 }],
  ['rejected', () => 'n'.repeat(3_000), { created: 0, rejected: ROWS }],
] as const)(
  'brings %s rows of many long cells in by statements of a few million characters',
  async (...drawn) => {
    const [, name, wanted] = drawn;
    const { counts, most } = await planned(await newOrganization(), wideFile(name));
    expect(counts).toMatchObject(wanted);
    expect(most.sent).toBeLessThan(6_000_000);
    expect(most.read).toBeLessThan(6_000_000);
  },
  60_000,
);

it('gives rejected rows back with their cells whole, however long', async () => {
  const org = await newOrganization();
  const [name, note] = ['é'.repeat(3_000), `${'x'.repeat(70_000)}end`];
  const { importId, counts } = await org.preview(
    `${OWN_HEADER},note\nL1,${name},,Guard,Gate${','.repeat(9)},${note}\n`,
  );
  expect(counts).toMatchObject({ created: 0, rejected: 1 });
  const { rows } = await org.run((ctx) => exportRejectedRows(ctx, viewer, importId));
  expect([rows[0]?.[1], rows[0]?.[14]]).toEqual([name, note]);
});

it('says of cells of a workbook what cannot be stored, and shows where it stood', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  const rowOf = (cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`;
  const org = await newOrganization();
  const rows = [
    ['external_id', 'name', 'email', 'title', 'team'],
    ['N1', 'Zero &#0; in it', '', 'Guard', 'Gate'],
    ['N2', 'Bell &#7; in it', '', 'Guard', 'Gate'],
    ['N3', 'Half &#xD83D; in it', '', 'Guard', 'Gate'],
    ['N\u0000', 'Bare \u0000 in it', '', 'Guard', 'Gate'],
    ['N5', 'Nothing in it', '', 'Guard', 'Gate'],
  ];
  const { importId, counts } = await org.preview(workbookOf(rows.map(rowOf).join('')), { name: 'p.xlsx' });
  expect(counts).toMatchObject({ created: 1, rejected: 4 });
  const kept = await org.rows(importId, 'rejected');
  const control = 'holds a control character or a line break.';
  expect(
    kept.map(({ line, detail }) => [
      line,
      detail.cells?.slice(0, 2),
      detail.faults?.map((one) => one.reason),
    ]),
  ).toEqual([
    [2, ['N1', 'Zero \ufffd in it'], [control]],
    [3, ['N2', 'Bell \u0007 in it'], [control]],
    [4, ['N3', 'Half \ufffd in it'], ['holds half of a character (a lone surrogate).']],
    [5, ['N\ufffd', 'Bare \ufffd in it'], [control, control]],
  ]);
});
