import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { contestScene } from './contest-scene';

it('a planned leaving stands on the page of a person for readers of the directory, not for the person and the manager', async () => {
  const scene = await contestScene(await openTestDatabase());
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
