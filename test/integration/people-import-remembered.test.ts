import { expect, it } from 'vitest';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { downloadTable } from '~/http/table-download.server';
import { exportRejectedRows } from '~/modules/people/commands/export-rejected-rows';
import { nameColumns, nameWords } from '~/modules/people/commands/imports/name-columns';
import { namesFingerprint } from '~/modules/people/domain/imports/header-fingerprint';
import type { WordMeanings } from '~/modules/people/domain/imports/word-fields';
import { readLooseTable } from '~/shared/read-loose-table';

const db = await openTestDatabase();
const { newOrganization, jobs } = peopleImports(db);
const HR = { kind: 'user', id: 'test', role: 'hr_partner' } as const;

/** Names that no program knows: one over two lines, two longer than a page shows and alike as far as it does. */
const LONG = 'What we call a personnel number in our own house';
const HEADER = [LONG, `${LONG} of the superior`, '"Who\nit is"', 'What they do', 'Where', 'How employed'];
const COLUMNS = { external_id: 0, manager_external_id: 1, name: 2, title: 3, team: 4, kind: 5 };
const fileOf = (...lines: string[]) => [HEADER.join(','), ...lines, ''].join('\r\n');
type Organization = Awaited<ReturnType<typeof newOrganization>>;

async function named(org: Organization, content: string): Promise<string> {
  const { importId, state } = await org.preview(content);
  expect(state).toBe('mapping');
  const layout = { columns: COLUMNS, days: 'iso', everybody: false } as const;
  await org.run((ctx) =>
    nameColumns(ctx, importId, {
      ...layout,
      chosen: [{ field: 'kind', key: 'werkstudent', meaning: 'employee' }],
    }),
  );
  await jobs.run();
  return importId;
}

for (const format of ['csv', 'xlsx'] as const)
  it(`a ${format} of rejected rows that was mended is read as the file that it came from`, async () => {
    const org = await newOrganization();
    const importId = await named(
      org,
      fileOf('E1,,Ada,Guard,Quay,Werkstudent', 'E2,E1,,Guard,Quay,,too,many'),
    );
    expect((await org.get(importId)).counts).toMatchObject({ created: 1, rejected: 1 });
    await org.apply(importId);
    const table = await org.run((ctx) => exportRejectedRows(ctx, HR as never, importId));
    const sent = new Uint8Array(await (await downloadTable(table, format)).arrayBuffer());
    const { header, rows } = await readLooseTable(sent, `rejected.${format}`);
    expect(header.slice(-2)).toEqual(['line', 'reason']);
    expect(rows[0]?.values.slice(0, 2)).toEqual(['E2', 'E1']);
    // Whoever mends it writes a name, and the cells beyond the header go.
    const mended = rows.map(({ values }) =>
      values.map((cell, at) => (at === 2 ? 'Ben' : at > 5 && at < 8 ? '' : at === 5 ? 'Werkstudent' : cell)),
    );
    const again = await downloadTable({ name: 'mended', header, rows: mended }, format);
    const next = await org.preview(new Uint8Array(await again.arrayBuffer()), { name: `mended.${format}` });
    expect(next).toMatchObject({ state: 'planned', counts: { created: 1, rejected: 0 } });
    expect(next.layout?.columns).toEqual(COLUMNS);
    // Neither of Cadre's own columns is told as one that is not read.
    expect(next.warnings?.map(({ detail }) => detail)).toEqual([
      'The column "Column 7" is not read.',
      'The column "Column 8" is not read.',
    ]);
  });

it("a file's own last columns line and reason stay where no file without them was ever read", async () => {
  const org = await newOrganization();
  const own = ['Pers,Who,Does,Where,line,reason', 'E1,Ada,Guard,Quay,North,Hired', ''].join('\n');
  const { importId, header, state } = await org.preview(own);
  expect([state, header?.names.slice(-2)]).toEqual(['mapping', ['line', 'reason']]);
  // A file without them is read meanwhile: what is said of this one still holds for it.
  const layout = { days: 'iso', everybody: false, chosen: [] } as const;
  const columns = { external_id: 0, name: 1, title: 2, team: 3 };
  await org.run((ctx) => nameColumns(ctx, importId, { ...layout, columns: { ...columns, site: 4 } }));
  await jobs.run();
  const other = await org.preview('Pers,Who,Does,Where\nE2,Ben,Guard,Quay\n');
  await org.run((ctx) => nameColumns(ctx, other.importId, { ...layout, columns }));
  await jobs.run();
  const planned = await org.get(importId);
  expect(planned.warnings?.map(({ detail }) => detail)).toEqual(['The column "reason" is not read.']);
  expect(await org.apply(importId)).toMatchObject({ state: 'applied', counts: { created: 1 } });
  expect((await org.preview(own)).counts).toMatchObject({ created: 0, changed: 0, rejected: 0 });
});

it('files whose columns differ only behind what a page shows are told apart', () => {
  const [one, other] = [`${LONG} A`, `${LONG} B`];
  expect(namesFingerprint([one, other])).not.toBe(namesFingerprint([other, one]));
});

it('words said of two open files are remembered both, and of one word what was said last', async () => {
  const org = await newOrganization();
  const lines = ['E1,,Ada,Guard,Quay,Werkstudent', 'E2,,Ben,Guard,Quay,Court', 'E3,,Cem,Guard,Quay,Stage'];
  const one = await named(org, fileOf(...lines));
  const other = (await org.preview(fileOf(...lines))).importId;
  const say = async (importId: string, words: NonNullable<WordMeanings['kind']>) => {
    // The form sends each of its words, also those for which nothing was chosen.
    const { header } = await org.get(importId);
    const chosen = (header?.words ?? []).map(({ field, key }) => ({
      field,
      key,
      meaning: words[key] ?? null,
    }));
    await org.run((ctx) => nameWords(ctx, importId, chosen));
    await jobs.run();
  };
  const kept = { werkstudent: 'employee' } as const;
  await say(one, { ...kept, court: 'agency' });
  await say(other, { ...kept, stage: 'contractor' });
  const after = async () => (await org.preview(fileOf(...lines))).layout?.words?.kind;
  expect(await after()).toEqual({ ...kept, court: 'agency', stage: 'contractor' });
  await say(one, { ...kept, court: 'agency', stage: 'employee' });
  await say(other, { ...kept, stage: 'contractor' });
  expect(await after()).toEqual({ ...kept, court: 'agency', stage: 'employee' });
  // What was taken back is forgotten.
  await say(other, { ...kept });
  expect(await after()).toEqual({ ...kept, court: 'agency' });
});

it('how days are written is guessed of any column where nobody said yet which ones hold days', async () => {
  const org = await newOrganization();
  const { state, layout } = await org.preview('Who,Since\nAda,31.03.2024\nBen,01.04.2024\n');
  expect([state, layout?.days]).toEqual(['mapping', 'day_first']);
});
