import { expect, it } from 'vitest';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { seededRandom } from '#test/isolation/loss/seeded-random';
import { drawFiles, fileOf } from '#test/proofs/imports/drawn-files';
import { openTestDatabase } from '#test/setup/database';
import { listAsStated } from '~/modules/people/commands/imports/list-as-stated';
import { guessOf } from '~/modules/people/commands/imports/plan-import';
import { prepareImport } from '~/modules/people/commands/imports/prepare-import';
import { loadEmployeeStates } from '~/modules/people/commands/load-employee-states';
import { planEmployees } from '~/modules/people/domain/plan-employees';
import { readLooseTable } from '~/shared/read-loose-table';

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
    await org.begin(fileOf(first), { step: 'take' });
    await jobs.run();
    const table = await readLooseTable(Buffer.from(fileOf(second)), 'people.csv');
    await org.run(async (ctx) => {
      const prepared = await prepareImport(ctx, { table, layout: guessOf(table), today: TODAY });
      const records = new Map(prepared.rows.map(({ record }) => [record.externalId, record]));
      const stated = await listAsStated(ctx, records, prepared.names);
      const states = await loadEmployeeStates(ctx, new Set(records.keys()), prepared.names);
      for (const [externalId, record] of records) {
        const plan = planEmployees([record], { states, today: TODAY, importedBy: 'somebody' });
        if (stated.has(externalId)) expect([externalId, plan.unchanged]).toEqual([externalId, 1]);
        else planned += 1 - plan.unchanged;
      }
      passed += stated.size;
    });
  }
  expect(passed).toBeGreaterThan(0);
  expect(planned).toBeGreaterThan(0);
});
