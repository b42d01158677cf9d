import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { openContest } from '~/modules/assessments/commands/open-contest';
import { listContestsOfPerson } from '~/modules/assessments/queries/list-contests-of-person';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import { listTargetOverview } from '~/modules/capability/queries/list-target-overview';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { getFilterChoices } from '~/modules/people/queries/get-filter-choices';
import { contestScene } from './contest-scene';

const db = await openTestDatabase();

it('a planned leaving stands on the page of a person for readers of the directory, not for the person and the manager', async () => {
  const scene = await contestScene(db);
  const { inTenant, idOf, today } = scene;
  const employeeId = idOf('P1');
  const leaving = '2027-01-31';
  await inTenant((ctx) =>
    changePersonFields(ctx, {
      ...{ employeeIds: [employeeId], fields: { endedOn: leaving }, from: today, today },
      ...{ own: false, revision: null, confirmedBy: 'HR' },
    }),
  );
  const told = async (viewer: Viewer) => {
    const { header } = await inTenant((ctx) => getPersonPage(ctx, { viewer, reach: 'all', employeeId }));
    return [header.planned.map(({ from, status }) => [from, status]), header.endedOn];
  };
  const leaves = [[[leaving, 'left']], leaving];
  expect(await told(scene.viewer('hr_partner', 'H1'))).toEqual(leaves);
  expect(await told(scene.viewer('director', 'D1', 'Gate'))).toEqual(leaves);
  expect(await told(scene.viewer('employee', 'P1'))).toEqual([[], null]);
  expect(await told(scene.viewer('employee', 'M1'))).toEqual([[], null]);
});

it('what is said in contests is read by the person, HR partners and directors of the team alone', async () => {
  const { inTenant, idOf, viewer, today } = await contestScene(db);
  const pia = viewer('employee', 'P1');
  const wish = { employeeId: idOf('P1'), dimension: 'leadership', assessmentId: null, statement: 'No.' };
  await inTenant((ctx) => openContest(ctx, pia, wish));
  const hr = viewer('hr_partner', 'H1');
  const readers: readonly (readonly [Viewer, number])[] = [
    [pia, 1],
    [hr, 1],
    [viewer('director', 'D1', 'Gate'), 1],
    [viewer('director', 'M1', 'Office'), 0],
    [viewer('employee', 'M1'), 0],
    [{ ...hr, kind: 'token', employeeId: null }, 0],
  ];
  for (const [reader, count] of readers) {
    const question = { employeeId: idOf('P1'), day: today };
    const read = await inTenant((ctx) => listContestsOfPerson(ctx, reader, question));
    expect([reader.role, reader.kind, read.length]).toEqual([reader.role, reader.kind, count]);
  }
});

it('which occupations people hold is told as far as the reader meets people', async () => {
  const { inTenant, viewer, today } = await contestScene(db);
  const asked = (reader: Viewer) =>
    inTenant((ctx) => listTargetOverview(ctx, { viewer: reader, query: '', after: null, limit: 50 }));
  const codes = async (reader: Viewer) => (await asked(reader)).items.map(({ soc }) => soc);
  expect(await codes(viewer('owner', null))).toHaveLength(4);
  expect(await codes(viewer('director', 'D1', 'Gate'))).toEqual(['33-1091.00', '33-9032.00']);
  expect(await codes(viewer('executive', null))).toEqual([]);
  expect(await codes(viewer('employee', 'P1'))).toEqual([]);
  const choices = async (reader: Viewer, reach: 'all' | 'subtree' | 'team') =>
    (await inTenant((ctx) => getFilterChoices(ctx, { viewer: reader, reach }, { day: today, team: null })))
      .occupations;
  expect(await choices(viewer('owner', null), 'all')).toHaveLength(4);
  expect(await choices(viewer('employee', 'P1'), 'team')).toEqual(['33-1091.00', '33-9032.00']);
  expect(await choices(viewer('director', 'D1', 'Office'), 'subtree')).toEqual(['11-3013.01', '13-1071.00']);
});
