import { expect, it } from 'vitest';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { seededRandom } from '#test/isolation/loss/seeded-random';
import { drawFiles, fileOf } from '#test/proofs/imports/drawn-files';
import { openTestDatabase } from '#test/setup/database';
import { guessOf } from '~/modules/people/commands/imports/plan-import';
import { prepareImport } from '~/modules/people/commands/imports/prepare-import';
import { rowReader } from '~/modules/people/commands/imports/read-import-rows';
import { loadEmployeeStates } from '~/modules/people/commands/load-employee-states';
import { loadKnownNames } from '~/modules/people/commands/load-known-names';
import { deleteImportLines, listFaultyLines } from '~/modules/people/data/import-lines';
import { planEmployees } from '~/modules/people/domain/plan-employees';
import { readLooseTable } from '~/shared/read-loose-table';
import { streamedTable } from '~/shared/streamed-table';

const db = await openTestDatabase();
const { newOrganization, jobs } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);
const DRAWS = 6;

it('rows that are passed over as known change nobody when they are planned one by one', async () => {
  let passed = 0;
  let planned = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const { first, second } = drawFiles(seededRandom(draw));
    const org = await newOrganization();
    const importId = await org.begin(fileOf(first), { step: 'take' });
    await jobs.run();
    const table = await readLooseTable(Buffer.from(fileOf(second)), 'people.csv');
    await org.run(async (ctx) => {
      const layout = guessOf(streamedTable(table));
      const file = { table: streamedTable(table), layout, today: TODAY, check: () => {} };
      const prepared = await prepareImport(ctx, importId, file);
      const faulty = await listFaultyLines(ctx, importId, { after: 0, limit: 1_000 });
      await deleteImportLines(ctx, importId);
      const left = new Set([...prepared.fresh, ...prepared.known]);
      const rejected = new Set(faulty.map(({ number }) => number));
      const read = rowReader(table.header, prepared.layout);
      const good = table.rows.flatMap(({ values }, at) => {
        const { record } = read(values);
        return record && !rejected.has(at + 1) ? [{ record, isLeft: left.has(at + 1) }] : [];
      });
      const names = await loadKnownNames(ctx, TODAY);
      const ids = new Set(good.map(({ record }) => record.externalId));
      const states = await loadEmployeeStates(ctx, ids, names);
      for (const { record, isLeft } of good) {
        const plan = planEmployees([record], { states, today: TODAY, importedBy: 'somebody' });
        if (isLeft) planned += 1 - plan.unchanged;
        else expect([record.externalId, plan.unchanged]).toEqual([record.externalId, 1]);
      }
      expect(prepared.stated).toBe(good.length - left.size);
      passed += prepared.stated;
    });
  }
  expect(passed).toBeGreaterThan(0);
  expect(planned).toBeGreaterThan(0);
});
