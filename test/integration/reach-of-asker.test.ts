import { beforeAll, expect, it } from 'vitest';
import { type Actor, withAuth } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { addMember } from '~/modules/organizations/commands/add-member';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import { reachOfAsker } from '~/modules/organizations/queries/reach-of-asker';

const EARLIER = new Date(Date.now() - 60_000);
let db: TestDatabase;
let organizationId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  organizationId = (await db.newOrganization()).organizationId;
});

const reach = (actor: Actor, of = organizationId) =>
  withAuth(db.database, (ctx) =>
    reachOfAsker(ctx, { organizationId: of, actor, askedAt: EARLIER }, 'directory:write'),
  );

const member = async (role: 'hr_partner' | 'employee', email: string) => {
  const id = await addMember(db.database, {
    ...{ organizationId, email, name: 'Tove Holm', passwordHash: 'none', role },
    teamScope: [],
  });
  return { kind: 'user', id } as const;
};

it('goes as far as the role goes, for a member whose rights are as they were', async () => {
  expect(await reach(await member('hr_partner', 'hr@asker.test'))).toBe('all');
  expect(await reach(await member('employee', 'employee@asker.test'))).toBe('none');
  expect(await reach({ kind: 'operator', id: 'cli' })).toBe('all');
  expect(await reach({ kind: 'user', id: crypto.randomUUID() })).toBe('none');
});

it('ends with the membership, and with a change of role or teams since', async () => {
  const partner = await member('hr_partner', 'changed@asker.test');
  const update = (set: object) =>
    withAuth(db.database, ({ tx }) =>
      tx.updateTable('memberships').set(set).where('userId', '=', partner.id).execute(),
    );
  await update({ rightsChangedAt: new Date(EARLIER.getTime() - 1) });
  expect(await reach(partner)).toBe('all');
  await update({ rightsChangedAt: EARLIER });
  expect(await reach(partner)).toBe('none');
  await withAuth(db.database, ({ tx }) =>
    tx.deleteFrom('memberships').where('userId', '=', partner.id).execute(),
  );
  expect(await reach(partner)).toBe('none');
});

it('ends with the token, and is of its own organization alone', async () => {
  const token = { organizationId, name: 'Import', role: 'hr_partner', teamScope: [], days: 1 } as const;
  await createApiToken(db.database, token);
  const [row] = await withAuth(db.database, ({ tx }) =>
    tx.selectFrom('apiTokens').select('tokenId').where('organizationId', '=', organizationId).execute(),
  );
  const actor = { kind: 'token', id: row?.tokenId ?? '' } as const;
  expect(await reach(actor)).toBe('all');
  expect(await reach(actor, (await db.newOrganization()).organizationId)).toBe('none');
  await withAuth(db.database, ({ tx }) =>
    tx.updateTable('apiTokens').set({ revokedAt: new Date() }).where('tokenId', '=', actor.id).execute(),
  );
  expect(await reach(actor)).toBe('none');
});
