import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { exportAgreement } from '~/modules/capability/commands/export-agreement';
import { getAgreementPage } from '~/modules/capability/queries/get-agreement-page';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { ratingScene } from './rating-scene';

const db = await openTestDatabase();
const GUARDS = Array.from({ length: 9 }, (_, at) => `Q${at + 1}`);
const PEOPLE = [
  'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on',
  ...GUARDS.map((id) => `${id},Guard ${id},,Guard,Gate,M1,33-9032.00,2,2020-01-01`),
  '',
].join('\n');

/** Nine guards whom their manager and one peer rated in leadership, eight of them alike; three in character too. */
async function agreementScene(peersAnonymous: boolean) {
  const scene = await ratingScene(db);
  const { inTenant } = scene;
  const given = { today: scene.today, importedBy: 'test' };
  await inTenant((ctx) => importEmployees(ctx, { file: 'people.csv', text: PEOPLE, ...given }));
  const cycleId = await scene.newCycle({ people: ['P1'] });
  const cycle = `Cycle ${cycleId.slice(0, 6)}`;
  const rows = GUARDS.flatMap((id, at) =>
    (['leadership', 'character'] as const)
      .filter((dimension) => dimension === 'leadership' || at < 3)
      .flatMap((dimension) => [
        `${id},manager,M1,2026-11-20,${cycle},${dimension},${at % 5}`,
        `${id},peer,P2,2026-11-20,${cycle},${dimension},${at === 8 ? 0 : at % 5}`,
      ]),
  );
  await scene.rate(
    ['employee_external_id,rater,rater_external_id,assessed_on,cycle,dimension,level', ...rows, ''].join(
      '\n',
    ),
  );
  await inTenant(({ tx }) =>
    tx
      .updateTable('cycles')
      .set({ state: 'closed', peersAnonymous })
      .where('cycleId', '=', cycleId)
      .execute(),
  );
  const viewer = scene.viewer('hr_partner', 'H1');
  const asked = { viewer, reach: 'all', cycleId } as const;
  const ids = await inTenant((ctx) => listIdsByExternalId(ctx, new Set(['M1', 'P2'])));
  const pair = [...ids.values()].sort().join(' ');
  return {
    page: (chosen: string | null) => inTenant((ctx) => getAgreementPage(ctx, { ...asked, pair: chosen })),
    table: () => inTenant((ctx) => exportAgreement(ctx, { ...asked, format: 'csv' })),
    pair,
  };
}

it('of two raters who may be named is told over all dimensions and in each, unknown under 8 pairs', async () => {
  const { page, table, pair } = await agreementScene(false);
  const { raters, chosen, kinds } = await page(pair);
  expect(raters).toMatchObject([{ key: pair, n: 12, exact: 11, withinOne: 11 }]);
  expect(raters[0]?.names.split(' and ').sort()).toEqual(['Mara Lind', 'Per Falk']);
  expect(chosen?.rows).toMatchObject([
    { dimension: 'leadership', n: 9, exact: 8, exactShare: 8 / 9 },
    { dimension: 'character', n: 3, exact: 3, exactShare: null, withinOneShare: null, kappa: null },
  ]);
  expect(kinds[1]?.rows.map(({ dimension, n }) => [dimension, n])).toEqual([
    ['leadership', 9],
    ['character', 3],
  ]);
  expect((await page(null)).chosen).toBeNull();
  expect((await page('nobody else')).chosen).toBeNull();
  const { header, rows } = await table();
  expect(header.slice(0, 3)).toEqual(['raters', 'dimension', 'pairs']);
  const told = rows.map(([who, dimension, n]) => `${who?.toString().split(' ').length} ${dimension} ${n}`);
  // By kind each dimension; by name all together, and where enough pairs are there.
  expect(told).toEqual(['3 leadership 9', '3 character 3', '5 all 12', '5 leadership 9']);
  expect(rows.at(-1)?.slice(3, 5)).toEqual([8 / 9, 8 / 9]);
  expect(rows[1]?.slice(3)).toEqual([null, null, null]);
});

it('names no anonymous peer, neither in the list nor by the address of a pair', async () => {
  const { page, table, pair } = await agreementScene(true);
  const { raters, chosen, kinds } = await page(pair);
  expect([raters, chosen]).toEqual([[], null]);
  expect(kinds[1]?.rows.map(({ n }) => n)).toEqual([9, 3]);
  expect((await table()).rows).toHaveLength(2);
});
