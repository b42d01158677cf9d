import { createHash, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { readLog } from '#test/integration/audit/tamper';
import { openTestDatabase } from '#test/setup/database';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { changeMember, removeMember } from '~/modules/organizations/commands/change-member';
import { leaveOrganization } from '~/modules/organizations/commands/leave-organization';
import { addDomain, removeDomain, verifyDomain } from '~/modules/organizations/commands/sso/change-domains';
import { finishSso } from '~/modules/organizations/commands/sso/finish-sso';
import { requireSso } from '~/modules/organizations/commands/sso/require-sso';
import { saveConnection } from '~/modules/organizations/commands/sso/save-connection';
import { providerSettings } from '~/modules/organizations/commands/sso/sso-services';
import { findConnection } from '~/modules/organizations/data/sso-connections';
import { deleteExpiredStates } from '~/modules/organizations/data/sso-states';
import type { ConnectionInput } from '~/modules/organizations/domain/sso/connection';
import { getSsoSettings } from '~/modules/organizations/queries/sso/get-sso-settings';
import { createSealer } from '~/sealing.server';
import type { IdentityProviders } from '~/sso/identity-provider';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const { database } = db;
const sealer = createSealer({ passwordPeppers: [TEST_PEPPER] });
const SECRET = 'the-client-secret';

const input: ConnectionInput = {
  issuer: 'https://login.example.org',
  clientId: 'cadre',
  clientSecret: SECRET,
  joinRole: 'employee',
  enabled: true,
};

/** An organization with people of these roles, and what is done there. */
async function newScene(...roles: readonly string[]) {
  const { organizationId, slug } = await db.newOrganization();
  const people: string[] = [];
  for (const role of roles) {
    const userId = randomUUID();
    people.push(userId);
    await admin`insert into auth.users (user_id, email, name) values (${userId}, ${`${userId}@example.org`}, 'Somebody')`;
    await admin`insert into auth.memberships (organization_id, user_id, role) values (${organizationId}, ${userId}, ${role})`;
  }
  const viewer = (index = 0) => ({
    kind: 'user' as const,
    id: people[index] ?? '',
    organization: { id: organizationId, slug, name: slug },
  });
  return {
    organizationId,
    people,
    viewer,
    save: (more: Partial<ConnectionInput> = {}, by = 0) =>
      saveConnection({ database, sealer }, viewer(by), { ...input, ...more }),
    connection: () => withAuth(database, (ctx) => findConnection(ctx, organizationId)),
    settings: () => getSsoSettings(database, organizationId),
    log: () => readLog((work) => db.tenant(organizationId, work)),
    require: (breakGlass: readonly string[], required = true, by = 0) =>
      requireSso(database, viewer(by), { required, breakGlass }),
    prove: () =>
      admin`update auth.sso_connections set proven_at = now() where organization_id = ${organizationId}`,
    addFactor: (userId: string) =>
      admin`insert into auth.passkeys (credential_id, user_id, public_key, name) values (${randomUUID()}, ${userId}, '', 'key')`,
  };
}

describe('the connection', () => {
  it('keeps the secret sealed for its organization and issuer, and out of log and page', async () => {
    const { save, connection, log, settings, organizationId } = await newScene('owner');
    await save();
    const row = await connection();
    if (!row) throw new Error('nothing was saved');
    expect(providerSettings(sealer, row).clientSecret).toBe(SECRET);
    expect(row.sealedSecret).not.toContain(SECRET);
    expect(() => providerSettings(sealer, { ...row, issuer: 'https://evil.example' })).toThrow();
    expect(() => providerSettings(sealer, { ...row, organizationId: randomUUID() })).toThrow();
    expect(JSON.stringify([await log(), await settings()])).not.toContain(SECRET);
    expect((await log()).at(-1)).toMatchObject({ action: 'sso.change', subjectId: organizationId });
  });

  it('sends a secret that is kept to no other issuer and no other client', async () => {
    const { save, connection, log } = await newScene('owner');
    await expect(save({ clientSecret: null })).rejects.toThrow('Enter the client secret');
    await save();
    const entries = (await log()).length;
    await save({ clientSecret: null });
    expect((await log()).length).toBe(entries);
    for (const change of [{ issuer: 'https://evil.example' }, { clientId: 'another' }])
      await expect(save({ ...change, clientSecret: null })).rejects.toThrow('Enter the client secret');
    expect((await connection())?.issuer).toBe(input.issuer);
  });

  it('is chosen by owners, and otherwise changed by administrators too', async () => {
    const { save, connection } = await newScene('hr_partner', 'admin', 'owner');
    for (const by of [0, 1]) await expect(save({}, by)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await connection()).toBeUndefined();
    await save({}, 2);
    for (const change of [{ issuer: 'https://evil.example' }, { clientId: 'another' }])
      await expect(save(change, 1)).rejects.toThrow('Only an owner chooses the provider');
    await save({ joinRole: null, enabled: false }, 1);
    expect(await connection()).toMatchObject({ issuer: input.issuer, joinRole: null, enabled: false });
  });

  it.each([
    [{ issuer: 'https://other.example.org' }, false],
    [{ clientId: 'another' }, false],
    [{ clientSecret: 'another', joinRole: null }, true],
  ])('as %j leaves the domains verified: %s', async (change, isVerified) => {
    const { save, settings, viewer } = await newScene('owner');
    await save();
    await addDomain(database, viewer(), 'example.org');
    const [domain] = (await settings()).domains;
    await verifyDomain({ database, resolveText: async () => [domain?.text ?? ''] }, viewer(), 'example.org');
    await save(change);
    expect((await settings()).domains).toMatchObject([{ domain: 'example.org', isVerified }]);
  });

  it.each([{ enabled: false }, { issuer: 'https://other.example.org' }, { clientId: 'another' }])(
    'ends the sessions that came in through it when it becomes %j',
    async (change) => {
      const { save, organizationId, people, prove, connection } = await newScene('owner');
      await save();
      await prove();
      await admin`insert into auth.sessions (session_hash, user_id, expires_at, absolute_expires_at, method, sso_organization_id)
        values (${randomUUID()}, ${people[0] ?? ''}, now() + interval '1 day', now() + interval '1 day', 'sso', ${organizationId})`;
      const sessions = () => admin`select 1 from auth.sessions where sso_organization_id = ${organizationId}`;
      await save({ joinRole: null });
      expect(await sessions()).toHaveLength(1);
      await save(change);
      expect(await sessions()).toHaveLength(0);
      expect((await connection())?.provenAt === null).toBe(change.enabled === undefined);
    },
  );
});

describe('a domain', () => {
  it('is verified by the text that the organization was given, at its own name', async () => {
    const { viewer, settings } = await newScene('owner');
    await addDomain(database, viewer(), ' Example.ORG ');
    const [domain] = (await settings()).domains;
    expect(domain).toMatchObject({ domain: 'example.org', host: '_cadre.example.org', isVerified: false });
    const asked: string[] = [];
    const verify = (texts: readonly string[] | Error) =>
      verifyDomain(
        {
          database,
          async resolveText(host) {
            asked.push(host);
            if (texts instanceof Error) throw texts;
            return texts;
          },
        },
        viewer(),
        'example.org',
      );
    const right = domain?.text ?? '';
    for (const wrong of [
      [],
      ['cadre-verification='],
      [`${right} `],
      [right.slice(0, -1)],
      new Error('ENOTFOUND'),
    ])
      await expect(verify(wrong)).rejects.toMatchObject({ kind: 'conflict' });
    expect((await settings()).domains[0]?.isVerified).toBe(false);
    await verify(['v=spf1 -all', right]);
    expect((await settings()).domains[0]?.isVerified).toBe(true);
    expect(new Set(asked)).toEqual(new Set(['_cadre.example.org']));
  });

  it('has another text in each organization, so that one cannot use the proof of another', async () => {
    const [one, two] = [await newScene('owner'), await newScene('owner')];
    await addDomain(database, one.viewer(), 'example.net');
    await addDomain(database, two.viewer(), 'example.net');
    const text = (await one.settings()).domains[0]?.text ?? '';
    const resolveText = async () => [text];
    await verifyDomain({ database, resolveText }, one.viewer(), 'example.net');
    await expect(verifyDomain({ database, resolveText }, two.viewer(), 'example.net')).rejects.toThrow(
      'No record',
    );
    await expect(removeDomain(database, two.viewer(), 'example.com')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('is named once, and is a name', async () => {
    const { viewer } = await newScene('owner');
    await addDomain(database, viewer(), 'example.org');
    for (const text of ['example.org', 'EXAMPLE.org.', 'localhost', '127.0.0.1', ''])
      await expect(addDomain(database, viewer(), text)).rejects.toMatchObject({ kind: 'invalid-input' });
  });
});

describe('requiring it', () => {
  it('needs a provider that works, and an owner with a second factor who comes in without it', async () => {
    const scene = await newScene('owner', 'admin', 'owner');
    const [owner = '', administrator = '', other = ''] = scene.people;
    for (const userId of [owner, administrator]) await scene.addFactor(userId);
    await expect(scene.require([owner])).rejects.toThrow('Sign in through the provider once');
    await scene.save();
    await expect(scene.require([owner])).rejects.toThrow('Sign in through the provider once');
    await scene.prove();
    for (const chosen of [[], [administrator], [other], [owner, other], [randomUUID()]])
      await expect(scene.require(chosen)).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(scene.require([owner], true, 1)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await scene.settings()).required).toBe(false);
    await scene.require([owner]);
    await expect(scene.require([], false, 1)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await scene.settings()).toMatchObject({
      required: true,
      owners: expect.arrayContaining([expect.objectContaining({ userId: owner, isBreakGlass: true })]),
    });
    expect((await scene.log()).at(-1)).toMatchObject({ action: 'sso.change' });
  });

  it('keeps its provider, and its last owner with another way in', async () => {
    const scene = await newScene('owner', 'owner');
    const [owner = '', other = ''] = scene.people;
    for (const userId of [owner, other]) await scene.addFactor(userId);
    await scene.save();
    await scene.prove();
    await scene.require([owner]);
    for (const change of [{ enabled: false }, { issuer: 'https://other.example.org' }])
      await expect(scene.save(change)).rejects.toThrow('Single sign-on is required');
    const rights = { role: 'admin' as const, teamScope: [], grants: [] };
    const demote = (userId: string) =>
      changeMember(database, scene.viewer(1), { userId, sure: true, rights, teams: new Set() });
    await expect(demote(owner)).rejects.toThrow('Nobody else comes in');
    await expect(removeMember(database, scene.viewer(1), { userId: owner, sure: true })).rejects.toThrow(
      'Nobody else comes in',
    );
    await expect(leaveOrganization(database, scene.viewer())).rejects.toThrow('Nobody else comes in');
    await scene.require([owner, other]);
    await demote(owner);
    const left = await admin`select user_id from auth.memberships
      where organization_id = ${scene.organizationId} and break_glass`;
    expect(left.map((row) => row['user_id'])).toEqual([other]);
    await requireSso(database, scene.viewer(1), { required: false, breakGlass: [other] });
    expect(await scene.settings()).toMatchObject({ required: false, owners: [{ isBreakGlass: false }] });
  });
});

describe('a sign-in that was begun', () => {
  const never: IdentityProviders = {
    discover: () => Promise.reject(new Error('not asked')),
    begin: () => Promise.reject(new Error('not asked')),
    finish: () => Promise.reject(new Error('not asked')),
  };

  it('is over after its minutes, and is then deleted by the upkeep', async () => {
    const { save, organizationId } = await newScene('owner');
    await save();
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
    await admin`insert into auth.sso_states
        (state_hash, browser_hash, organization_id, sealed_checks, next_path, expires_at)
      values (${hashOf('state')}, ${hashOf('browser')}, ${organizationId}, 'x', '/o', now() - interval '1 second')`;
    const returned = {
      ...{ organizationId, browser: 'browser', state: 'state', query: '?code=x&state=state' },
      ...{ redirectUri: 'https://cadre.example/sso/callback/1', signedInUserId: null },
    };
    const finished = finishSso({ database, sealer, providers: never }, returned);
    await expect(finished).rejects.toThrow('This sign-in is over');
    await withAuth(database, (ctx) => deleteExpiredStates(ctx));
    expect(await admin`select 1 from auth.sso_states`).toHaveLength(0);
  });
});
