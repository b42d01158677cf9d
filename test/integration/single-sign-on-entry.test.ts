import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { findRecordIn } from '#jobs/find-record';
import { openTestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import type { Letter } from '~/mail/mailer';
import { sendMails } from '~/modules/organizations/commands/send-mails';
import { beginSso } from '~/modules/organizations/commands/sso/begin-sso';
import { addDomain, verifyDomain } from '~/modules/organizations/commands/sso/change-domains';
import { finishSso } from '~/modules/organizations/commands/sso/finish-sso';
import { saveConnection } from '~/modules/organizations/commands/sso/save-connection';
import type { Role } from '~/modules/organizations/domain/role';
import { getSsoSettings } from '~/modules/organizations/queries/sso/get-sso-settings';
import { createSealer } from '~/sealing.server';
import type { IdentityProviders } from '~/sso/identity-provider';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const { database } = db;
const sealer = createSealer({ passwordPeppers: [TEST_PEPPER] });
const { logger } = keepLogLines('worker');
const ISSUER = 'https://login.corp.example';
const DOMAIN = 'corp.example';

async function newAccount(email = `${randomUUID()}@${DOMAIN}`) {
  const userId = randomUUID();
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${email}, 'Somebody')`;
  return { userId, email };
}

/** An organization with an owner, a provider that says whatever it is told to, and a verified domain. */
async function newScene() {
  const { organizationId, slug } = await db.newOrganization();
  const newMember = async (role: Role) => {
    const account = await newAccount();
    await admin`insert into auth.memberships (organization_id, user_id, role) values (${organizationId}, ${account.userId}, ${role})`;
    return account;
  };
  const { userId: id } = await newMember('owner');
  const owner = { kind: 'user', id, organization: { id: organizationId, slug, name: slug } } as const;
  const input = {
    issuer: ISSUER,
    clientId: 'c',
    clientSecret: 's',
    joinRole: 'employee',
    enabled: true,
  } as const;
  await saveConnection({ database, sealer }, owner, input);
  await addDomain(database, owner, DOMAIN);
  const { domains } = await getSsoSettings(database, organizationId);
  await verifyDomain({ database, resolveText: async () => domains.map(({ text }) => text) }, owner, DOMAIN);
  const comeIn = async (said: { email: string; subject?: string }, connectUserId: string | null = null) => {
    let state = '';
    const providers: IdentityProviders = {
      discover: async ({ issuer }) => ({ issuer }),
      async begin(_settings, asked) {
        state = asked.state;
        return { address: 'https://login.corp.example/', checks: { nonce: 'n', verifier: 'v' } };
      },
      finish: async ({ issuer }) => ({
        ...{ issuer, subject: said.subject ?? randomUUID(), email: said.email },
        ...{ emailVerified: true, name: 'Somebody' },
      }),
    };
    const services = { database, sealer, providers };
    const redirectUri = 'https://cadre.example/sso/callback';
    const asked = { slug, browser: 'b', redirectUriOf: () => redirectUri, connectUserId, next: '/o' };
    await beginSso(services, asked);
    return finishSso(services, {
      ...{ organizationId, browser: 'b', redirectUri, state, query: '' },
      signedInUserId: connectUserId,
    });
  };
  const letters = async () =>
    (
      await admin`select kind, subject_id from auth.mail_queue where organization_id = ${organizationId} order by created_at`
    ).map((row) => [row['kind'], row['subject_id']]);
  return { organizationId, newMember, comeIn, letters };
}

describe('an address that the provider vouches for', () => {
  it.each(['owner', 'admin', 'hr_partner', 'director'] as const)(
    'does not make the provider a member who is %s, and does once that one asked for it',
    async (role) => {
      const { newMember, comeIn, letters, organizationId } = await newScene();
      const { userId, email } = await newMember(role);
      await expect(comeIn({ email })).rejects.toThrow('you connect your account yourself');
      const identities = () =>
        admin`select 1 from auth.sso_identities where organization_id = ${organizationId}`;
      expect([(await identities()).length, await letters()]).toEqual([0, []]);
      const said = { email, subject: 'own' };
      expect((await comeIn(said, userId)).userId).toBe(userId);
      expect(await letters()).toEqual([['sso-connected', userId]]);
      expect((await comeIn(said)).userId).toBe(userId);
      expect(await letters()).toHaveLength(1);
    },
  );

  it('connects an employee, and lets an account from elsewhere join: a letter says so to both', async () => {
    const { newMember, comeIn, letters } = await newScene();
    const [member, stranger] = [await newMember('employee'), await newAccount()];
    for (const { email, userId } of [member, stranger]) expect((await comeIn({ email })).userId).toBe(userId);
    expect(await letters()).toEqual([
      ['sso-connected', member.userId],
      ['sso-connected', stranger.userId],
    ]);
    const sent: Letter[] = [];
    const mailer = {
      async send(letter: Letter) {
        sent.push(letter);
        return 'sent' as const;
      },
    };
    const findRecord = findRecordIn(database);
    await sendMails({ database, mailer, origin: 'https://cadre.example', logger, findRecord });
    const mine = sent.filter(({ to }) => to === member.email || to === stranger.email);
    expect(mine).toHaveLength(2);
    for (const { subject, text } of mine) {
      expect(subject).toContain('Single sign-on of');
      expect(text).toContain('If it was not you');
    }
  });

  it('makes a new account without a letter: there was nobody to tell', async () => {
    const { comeIn, letters } = await newScene();
    await comeIn({ email: `${randomUUID()}@${DOMAIN}` });
    expect(await letters()).toEqual([]);
  });
});
