import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { listBlindRatingsAbout } from '~/modules/assessments/queries/list-blind-ratings';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { cycleScene, FIELDS, TODAY } from './cycle-scene';

const db = await openTestDatabase();

it('of hundreds of people whoever is above them reads none that waits for a manager, and nobody else is kept from any', async () => {
  const { inTenant, importPeople, open, idOf, viewer, hr } = await cycleScene(db);
  const guards = Array.from({ length: 230 }, (_, at) => `G${at}`);
  await importPeople(
    [
      'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on',
      ...guards.map(
        (id, at) => `${id},Guard ${at},,Guard,Field / Gate,${at < 220 ? 'M1' : 'H1'},33-9032.00,2,2020-01-01`,
      ),
      '',
    ].join('\n'),
  );
  await open();
  const rated = [
    ...guards.map((id) => `${id},self`),
    ...guards.slice(0, 5).map((id) => `${id},manager`),
    'M1,manager',
  ];
  const text = [
    'employee_external_id,rater,assessed_on,cycle,leadership',
    ...rated.map((row) => `${row},${TODAY},${FIELDS.name},2`),
    '',
  ].join('\n');
  await inTenant((ctx) =>
    importAssessments(ctx, { file: 'ratings.csv', text, today: TODAY, importedBy: 'test' }),
  );
  const ids = await inTenant((ctx) => listIdsByExternalId(ctx, new Set([...guards, 'M1'])));
  const waitsFor = (person: string) =>
    inTenant(async (ctx) => {
      const found = await listBlindRatingsAbout(ctx, viewer('director', person), [...ids.values()]);
      const names = await listPeopleNames(
        ctx,
        found.map(({ employeeId }) => employeeId),
      );
      return [found.length, names.get(idOf('M1'))];
    });
  expect(await waitsFor('D1')).toEqual([215, undefined]);
  expect(await waitsFor('M1')).toEqual([216, 'Mara Lind']);
  expect(await waitsFor('H1')).toEqual([10, undefined]);
  expect(await waitsFor('P1')).toEqual([0, undefined]);
  expect(await inTenant((ctx) => listBlindRatingsAbout(ctx, hr, [...ids.values()]))).toEqual([]);
});
