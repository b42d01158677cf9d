import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { renameView, saveView } from '~/modules/capability/commands/change-saved-views';
import { forgetUserOfPerson } from '~/modules/capability/commands/forget-user-of-person';
import { getPersonExport } from '~/modules/capability/queries/get-person-export';
import { removeMember } from '~/modules/organizations/commands/change-member';
import { leaveOrganization } from '~/modules/organizations/commands/leave-organization';
import { type RatingScene, ratingScene } from './rating-scene';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
let scene: RatingScene;
beforeAll(async () => {
  scene = await ratingScene(db);
});

interface Keeper {
  readonly id: string;
  readonly role: 'hr_partner' | 'employee';
}
const keeper = (): Keeper => ({ id: randomUUID(), role: 'hr_partner' });
const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(scene.organizationId, work);
const save = (who: Keeper, name: string, shared: boolean) =>
  inTenant((ctx) => saveView(ctx, who, { name, shared, search: 'rows=site' }));
const keepBoth = async (who: Keeper, name: string) => [
  await save(who, `${name}, mine`, false),
  await save(who, `${name}, ours`, true),
];
/** Of these views the ones that are there: by whom they are kept. */
const kept = (ids: readonly string[]) =>
  inTenant(async ({ tx }) => {
    const rows = await tx
      .selectFrom('savedViews')
      .select(['name', 'savedBy'])
      .where('viewId', 'in', [...ids])
      .orderBy('name')
      .execute();
    return rows.map(({ name, savedBy }) => [name, savedBy]);
  });

describe('views of somebody who goes', () => {
  it('of two who are erased with equal names: the private ones go, the shared ones stay under nobody', async () => {
    const people = [keeper(), keeper()];
    const ids = (await Promise.all(people.map((who) => keepBoth(who, 'Night')))).flat();
    for (const { id } of people) {
      const employeeId = randomUUID();
      const record = {
        employeeId,
        externalId: `x-${employeeId}`,
        name: 'Nora Vos',
        email: null,
        title: null,
      };
      await inTenant((ctx) => forgetUserOfPerson(ctx, { ...record, userId: id }, null));
    }
    expect(await kept(ids)).toEqual([
      ['Night, ours', 'erased'],
      ['Night, ours', 'erased'],
    ]);
  });

  it('of a member who leaves or is removed: the private ones go in the same transaction', async () => {
    const slug = 'views';
    const organization = { id: scene.organizationId, slug, name: slug };
    const newMember = async (role: string) => {
      const id = randomUUID();
      await admin`insert into auth.users (user_id, email, name) values (${id}, ${`${id}@example.org`}, 'Somebody')`;
      await admin`insert into auth.memberships (organization_id, user_id, role)
        values (${organization.id}, ${id}, ${role})`;
      return { kind: 'user', id, organization, role: 'hr_partner' } as const;
    };
    const [owner, leaves, removed] = [
      await newMember('owner'),
      await newMember('executive'),
      await newMember('executive'),
    ];
    const stay = await keepBoth(owner, 'Owner');
    const ids = [...(await keepBoth(leaves, 'Leaves')), ...(await keepBoth(removed, 'Removed'))];
    await leaveOrganization(db.database, leaves);
    await removeMember(db.database, owner, { userId: removed.id, sure: true });
    expect(await kept(ids)).toEqual([
      ['Leaves, ours', leaves.id],
      ['Removed, ours', removed.id],
    ]);
    expect(await kept(stay)).toHaveLength(2);
  });

  it('are in the record of whoever kept them, when they ask themselves', async () => {
    const pia = scene.viewer('employee', 'P1');
    const employeeId = scene.idOf('P1');
    await inTenant(({ tx }) =>
      tx.updateTable('employees').set({ userId: pia.id }).where('employeeId', '=', employeeId).execute(),
    );
    await keepBoth({ id: pia.id, role: 'employee' }, 'Pia');
    await save(keeper(), 'Of another', true);
    const copyFor = async (viewer: typeof pia, reach: 'own' | 'all') =>
      inTenant((ctx) => getPersonExport(ctx, { database: db.database, viewer, reach, employeeId }));
    const { savedViews } = await copyFor(pia, 'own');
    expect(savedViews.map(({ name, search, shared }) => [name, search, shared])).toEqual([
      ['Pia, mine', 'rows=site', false],
      ['Pia, ours', 'rows=site', true],
    ]);
    expect((await copyFor(scene.viewer('hr_partner', 'H1'), 'all')).savedViews).toEqual([]);
  });
});

it('two views that get one name at once: one has it, the other is told', async () => {
  const who = keeper();
  const ids = [await save(who, 'One', false), await save(who, 'Two', false)];
  const steps = Promise.withResolvers<void>();
  const first = inTenant(async (ctx) => {
    await renameView(ctx, who, { viewId: ids[0] ?? '', name: 'Same' });
    steps.resolve();
    // Until the other waits for it.
    while (!(await isWaitedFor()));
  });
  await steps.promise;
  const second = inTenant((ctx) => renameView(ctx, who, { viewId: ids[1] ?? '', name: 'Same' }));
  await expect(second).rejects.toMatchObject({ kind: 'conflict' });
  await first;
  expect((await kept(ids)).map(([name]) => name)).toEqual(['Same', 'Two']);
});

/** Whether another transaction of this database waits for one that is open. */
async function isWaitedFor(): Promise<boolean> {
  const [row] = await admin`
    select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'transactionid'`;
  return row?.['n'] > 0;
}
