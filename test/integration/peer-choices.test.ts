import postgres from 'postgres';
import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { decidePeer, namePeer } from '~/modules/assessments/commands/change-peers';
import { getPeersPage } from '~/modules/assessments/queries/get-peers-page';
import { listPeerChoices } from '~/modules/assessments/queries/list-peer-choices';
import { requireOwnCycle } from '~/modules/assessments/queries/require-cycle';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';
import { cycleScene, TODAY } from './cycle-scene';

const db = await openTestDatabase();

it('a manager finds whose peers to decide on, a waiting proposal first; nobody else does', async () => {
  const scene = await cycleScene(db);
  const { inTenant, idOf, hr, viewer } = scene;
  const cycleId = await scene.open();
  const choices = (person: string) =>
    inTenant(async (ctx) => {
      const { cycle } = await requireOwnCycle(ctx, hr, cycleId);
      const found = await listPeerChoices(ctx, cycle, { managerId: idOf(person), today: TODAY });
      return found.map(({ name, asked, proposed }) => `${name} ${asked} ${proposed}`);
    });
  expect(await choices('M1')).toEqual(['Per Falk 0 0', 'Pia Holm 0 0', 'Puk Rask 0 0']);
  expect(await choices('P1')).toEqual([]);
  const wish = { cycleId, employeeId: idOf('P3'), peerId: idOf('P1') };
  await inTenant((ctx) => namePeer(ctx, viewer('employee', 'P3'), { ...wish, nonRaters: [] }));
  expect(await choices('M1')).toEqual(['Puk Rask 0 1', 'Per Falk 0 0', 'Pia Holm 0 0']);
  await inTenant((ctx) => decidePeer(ctx, viewer('employee', 'M1'), { ...wish, state: 'approved' }));
  expect(await choices('M1')).toEqual(['Per Falk 0 0', 'Pia Holm 0 0', 'Puk Rask 1 0']);
});

it('a cycle without peers, or one that is over, asks for no choice', async () => {
  const scene = await cycleScene(db);
  const cycleId = await scene.open({ raterKinds: ['self', 'manager'] });
  const of = (change: object) =>
    scene.inTenant(async (ctx) => {
      const { cycle } = await requireOwnCycle(ctx, scene.hr, cycleId);
      const asked = { managerId: scene.idOf('M1'), today: TODAY };
      return (await listPeerChoices(ctx, { ...cycle, ...change }, asked)).length;
    });
  expect([await of({}), await of({ raterKinds: ['peer'] })]).toEqual([0, 3]);
  expect(await of({ raterKinds: ['peer'], state: 'closed' })).toBe(0);
});

it('a proposed peer who manages the person from above by now is not approved', async () => {
  const scene = await cycleScene(db);
  const { inTenant, idOf, viewer } = scene;
  const cycleId = await scene.open();
  const wish = { cycleId, employeeId: idOf('P3'), peerId: idOf('P1') };
  await inTenant((ctx) => namePeer(ctx, viewer('employee', 'P3'), { ...wish, nonRaters: [] }));
  await scene.importPeople(
    [
      'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on',
      'P1,Pia Holm,,Guard,Field / Gate,D1,33-9032.00,2,2020-01-01',
      'M1,Mara Lind,,Shift lead,Field / Gate,P1,33-1091.00,3,2020-01-01',
      '',
    ].join('\n'),
  );
  const decide = (state: 'approved' | 'declined') =>
    inTenant((ctx) => decidePeer(ctx, viewer('employee', 'M1'), { ...wish, state }));
  await expect(decide('approved')).rejects.toThrow('no peers');
  await decide('declined');
});

it('nobody is a peer whose role rates nobody', async () => {
  const { inTenant, idOf, viewer, open, signUp, organizationId } = await cycleScene(db);
  await signUp('P2');
  const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  await admin`update auth.memberships set role = 'owner' where organization_id = ${organizationId}`;
  await admin.end();
  const nonRaters = await listNonRaters(db.database, organizationId);
  const cycleId = await open();
  const mara = viewer('employee', 'M1');
  const key = { cycleId, employeeId: idOf('P1'), nonRaters };
  const { choices } = await inTenant((ctx) => getPeersPage(ctx, mara, { ...key, query: 'P' }));
  expect(choices.map(({ name }) => name)).toEqual(['Puk Rask']);
  await expect(inTenant((ctx) => namePeer(ctx, mara, { ...key, peerId: idOf('P2') }))).rejects.toThrow(
    'rate nobody',
  );
});
