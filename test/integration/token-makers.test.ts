import { createHash, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { withAuth, withMembers, withTenant } from '#db/tenancy';
import { readLog } from '#test/integration/audit/tamper';
import { openTestDatabase } from '#test/setup/database';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import { approveApiToken, makeApiToken } from '~/modules/organizations/commands/change-api-tokens';
import { changeMember, removeMember } from '~/modules/organizations/commands/change-member';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import { endSignIn } from '~/modules/organizations/commands/end-sign-in';
import { leaveOrganization } from '~/modules/organizations/commands/leave-organization';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { findApiToken } from '~/modules/organizations/data/api-tokens';
import type { Role } from '~/modules/organizations/domain/role';
import { listCommandLineTokens } from '~/modules/organizations/queries/list-command-line-tokens';
import { listTokensOf } from '~/modules/organizations/queries/list-tokens';
import { tokenRows } from '~/routes/o.$org.settings.tokens/token-rows';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const { database } = db;
const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });

/** An organization with two owners and an administrator who made a token that waits and one that works. */
async function newScene() {
  const { organizationId, slug } = await db.newOrganization();
  const organization = { id: organizationId, slug, name: slug };
  const newMember = async (role: Role) => {
    const id = randomUUID();
    await admin`insert into auth.users (user_id, email, name) values (${id}, ${`${id}@example.org`}, 'Somebody')`;
    await admin`insert into auth.memberships (organization_id, user_id, role) values (${organizationId}, ${id}, ${role})`;
    return { kind: 'user', id, organization } as const;
  };
  const [owner, maker] = [await newMember('owner'), await newMember('admin')];
  const make = async (role: Role) => {
    const tokenId = randomUUID();
    const wish = { tokenId, name: role, role, teamScope: [], days: 30, teams: new Set<string>() };
    const { value } = await makeApiToken(database, maker, wish);
    const tokenHash = createHash('sha256').update(value).digest('hex');
    return {
      tokenId,
      opens: () => withAuth(database, async (ctx) => !!(await findApiToken(ctx, tokenHash))),
    };
  };
  return {
    ...{ organizationId, owner, maker, newMember },
    waiting: await make('hr_partner'),
    working: await make('executive'),
    listed: async () => (await listTokensOf(database, organizationId)).map(({ tokenId }) => tokenId),
    log: () => readLog((work) => db.tenant(organizationId, work)),
  };
}
type Scene = Awaited<ReturnType<typeof newScene>>;

const rights = { role: 'employee', teamScope: [], grants: [] } as const;
const ENDS: readonly [string, (scene: Scene) => Promise<unknown>][] = [
  ['is removed', ({ owner, maker }) => removeMember(database, owner, { userId: maker.id, sure: true })],
  ['leaves', ({ maker }) => leaveOrganization(database, maker)],
  [
    'becomes an employee',
    ({ owner, maker }) =>
      changeMember(database, owner, { userId: maker.id, sure: true, rights, teams: new Set() }),
  ],
  [
    'is erased',
    ({ organizationId, owner, maker }) => {
      const askedBy = { kind: 'user', id: owner.id } as const;
      return withMembers(database, { organizationId, actor: askedBy }, (ctx) =>
        endSignIn(ctx, keyedHash, { employeeId: crypto.randomUUID(), userId: maker.id, emails: [], askedBy }),
      );
    },
  ],
];

describe.each(ENDS)('when the maker of tokens %s', (_what, end) => {
  it('the one that waits is revoked, says the log, and the one that works stays listed', async () => {
    const scene = await newScene();
    const { waiting, working, listed, log, owner } = scene;
    expect(new Set(await listed())).toEqual(new Set([waiting.tokenId, working.tokenId]));
    await end(scene);
    expect(await listed()).toEqual([working.tokenId]);
    expect(await working.opens()).toBe(true);
    await expect(approveApiToken(database, owner, waiting.tokenId)).rejects.toThrow('no such token');
    const revoked = (await log()).filter(({ action }) => action === 'token.revoke');
    expect(revoked.map(({ subjectId }) => subjectId)).toEqual([waiting.tokenId]);
  });
});

describe('a token that waits', () => {
  it('is not approved when its maker administers here no more, by whatever way that came', async () => {
    const { waiting, owner, maker } = await newScene();
    const approve = () => approveApiToken(database, owner, waiting.tokenId);
    await admin`update auth.memberships set role = 'executive' where user_id = ${maker.id}`;
    await expect(approve()).rejects.toThrow('no administrator here any more');
    await admin`delete from auth.memberships where user_id = ${maker.id}`;
    await expect(approve()).rejects.toThrow('no administrator here any more');
    await admin`delete from auth.users where user_id = ${maker.id}`;
    await expect(approve()).rejects.toThrow('no administrator here any more');
    expect(await waiting.opens()).toBe(false);
  });

  it('stays when its maker gets another role that administers, and is then approved', async () => {
    const { waiting, owner, maker } = await newScene();
    const change = {
      userId: maker.id,
      sure: true,
      rights: { ...rights, role: 'owner' as const },
      teams: new Set<string>(),
    };
    await changeMember(database, owner, change);
    await approveApiToken(database, owner, waiting.tokenId);
    expect(await waiting.opens()).toBe(true);
  });
});

it('the list says of a token where it was made: by whom, at the command line, or what cannot be told', async () => {
  const { organizationId, owner, maker, waiting, working } = await newScene();
  const tokenId = randomUUID();
  const actor = { kind: 'operator', id: 'command-line' } as const;
  await withTenant(database, { organizationId, actor }, async (ctx) => {
    const wish = { role: 'executive' as const, teamScope: [], days: 7 };
    recordAudit(ctx, { action: 'token.create', subject: { kind: 'token', id: tokenId }, details: wish });
    await createApiToken(database, { tokenId, organizationId, name: 'one', ...wish });
  });
  const listed = async () => {
    const ofCommandLine = await db.tenant(organizationId, listCommandLineTokens);
    const reader = { userId: owner.id, role: 'owner', mayWrite: true, ofCommandLine } as const;
    const rows = tokenRows(await listTokensOf(database, organizationId), new Map(), reader);
    return Object.fromEntries(rows.map((row) => [row.tokenId, row.made]));
  };
  expect(await listed()).toEqual({
    [tokenId]: 'at the command line',
    [waiting.tokenId]: 'by Somebody',
    [working.tokenId]: 'by Somebody',
  });
  await admin`update auth.api_tokens set created_by = null where created_by = ${maker.id}`;
  expect(await listed()).toMatchObject({
    [tokenId]: 'at the command line',
    [working.tokenId]: 'by the operator, or a person since erased',
  });
});
