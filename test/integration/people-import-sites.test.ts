import { expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { listSites } from '~/modules/people/data/sites';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);
const line = (id: string, site: string) => `${id},${id},,Guard,Security,,${site},,,,,,,`;
const lines = [
  line('E1', 'North Quay'),
  line('E2', 'NORTH  quay'),
  line('E3', 'South'),
  line('E4', 'ÉCLUSE'),
];
const sitesOf = async (org: Awaited<ReturnType<typeof newOrganization>>) =>
  (await org.run(listSites)).map(({ name }) => name);

it('sites of a file that differ in capitals or spaces alone are one, and the same file again changes nothing', async () => {
  const org = await newOrganization();
  const first = await org.preview(ownFile(lines));
  expect((await org.apply(first.importId)).counts).toMatchObject({ created: 4 });
  expect(new Set(await sitesOf(org))).toEqual(new Set(['ÉCLUSE', 'North Quay', 'South']));
  const again = await org.preview(ownFile(lines));
  expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 4 });
  const other = await org.preview(ownFile([line('E3', 'north quay'), line('E4', 'e\u0301cluse')]));
  expect(other.counts).toMatchObject({ changed: 1, unchanged: 1 });
  expect((await org.rows(other.importId, 'changed'))[0]?.detail.differences).toEqual([
    { field: 'site', from: 'South', to: 'North Quay' },
  ]);
  await org.apply(other.importId);
  expect(await sitesOf(org)).toHaveLength(3);
});

it('so they are for the command line', async () => {
  const org = await newOrganization();
  const read = () =>
    org.run((ctx) =>
      importEmployees(ctx, { file: 'p.csv', text: ownFile(lines), today: TODAY, importedBy: null }),
    );
  expect(await read()).toMatchObject({ created: 4 });
  expect(await sitesOf(org)).toHaveLength(3);
  expect(await read()).toMatchObject({ created: 0, changed: 0, unchanged: 4 });
});
