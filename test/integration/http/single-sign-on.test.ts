import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { membersScene } from '#test/integration/http/members-scene';
import { everythingStored, tablesHolding } from '#test/setup/everything-stored';
import type { RealProvider } from '#test/setup/real-provider';
import { openTestWeb } from '#test/setup/web';
import { removeMember } from '~/modules/organizations/commands/change-member';
import { requireSso } from '~/modules/organizations/commands/sso/require-sso';
import { isOperator } from '~/modules/organizations/queries/is-operator';
import { normalised } from './normalise';
import { DOMAIN, ssoScene } from './sso-scene';

const web = await openTestWeb({ env: { ALLOW_PRIVATE_ISSUERS: '1' } });
const { a, b } = web;
const { admin, log, rightsOf } = membersScene(web);
const scene = ssoScene(web);
const { newBrowser, ownerOf } = scene;
/** The attack of decision 20: what A's administrators say about somebody who belongs to B as well. */
const both = b.members.hr_partner;
let providerA: RealProvider;
beforeAll(async () => {
  ({ providerA } = await scene.connectBoth());
});

const userOf = async (email: string) =>
  (await admin<{ user_id: string }[]>`select user_id from auth.users where lower(email) = lower(${email})`)[0]
    ?.user_id;
const signIn = (login: string, browser = newBrowser()) => scene.signIn(browser, providerA, { of: a, login });

describe('coming in through the provider', () => {
  it('makes a member of who comes for the first time, as employee, in a session of this organization', async () => {
    const browser = newBrowser();
    const next = `/o/${a.slug}/occupations?query=guard`;
    const answer = await scene.signIn(browser, providerA, { of: a, login: 'jo', fields: { next } });
    expect([answer.status, answer.headers.location]).toEqual([302, next]);
    expect((await browser.ask(next)).status).toBe(200);
    const userId = (await userOf(`jo@${DOMAIN}`)) ?? '';
    expect(await rightsOf(userId)).toMatchObject({ role: 'employee', team_scope: [], grants: [] });
    expect((await log()).at(-1)).toMatchObject({ action: 'member.join_by_sso', subjectId: userId });
    expect(JSON.stringify(await log())).not.toContain(DOMAIN.replace('a-', 'jo@a-'));
    await signIn('jo', browser);
    const identities = await admin`select user_id from auth.sso_identities where subject = 'jo'`;
    expect(identities.map((row) => row['user_id'])).toEqual([userId]);
  });

  it.each([
    ['an address that the provider has not verified', 'unverified'],
    ['an address outside of the verified domains', 'elsewhere'],
    ["the address of another organization's member, which is outside too", 'both'],
  ])('keeps out %s', async (_what, login) => {
    const users = await admin`select count(*) from auth.users`;
    const answer = await signIn(login);
    expect([answer.status, answer.body]).toEqual([
      403,
      expect.stringContaining('Cadre cannot tell who you are'),
    ]);
    expect(answer.cookies.some((cookie) => cookie.startsWith('__Host-cadre='))).toBe(false);
    expect(await admin`select count(*) from auth.users`).toEqual(users);
  });

  it("keeps none of the provider's tokens and passes none on", async () => {
    const before = providerA.given.length;
    const answer = await signIn('al');
    const tokens = providerA.given.slice(before);
    expect([answer.status, tokens.length >= 2]).toEqual([302, true]);
    const stored = await everythingStored(admin);
    const told = [JSON.stringify(answer.headers), answer.body, ...web.logLines].join('\n');
    for (const token of tokens) {
      expect(tablesHolding(stored, token)).toEqual([]);
      expect(told.includes(token)).toBe(false);
      // Neither its signature, nor a hash of it.
      expect(tablesHolding(stored, token.split('.').at(-1) ?? '')).toEqual([]);
      expect(tablesHolding(stored, createHash('sha256').update(token).digest('hex'))).toEqual([]);
    }
    expect(tablesHolding(stored, `al@${DOMAIN}`)).toEqual(['auth.users']);
  });

  it('ends the session that the browser had, and gives the new one a shorter end', async () => {
    const before = await web.signInAs('employee');
    const browser = newBrowser(before);
    await signIn('jo', browser);
    expect((await web.send('/o', { cookie: before })).headers.location).toBe('/login');
    const [row] = await admin<{ hours: number }[]>`
      select extract(epoch from absolute_expires_at - now()) / 3600 as hours from auth.sessions
       where sso_organization_id = ${a.organizationId} order by created_at desc limit 1`;
    expect(Number(row?.hours)).toBeLessThanOrEqual(12);
  });
});

describe('a session by single sign-on opens its own organization alone', () => {
  /** Somebody of both organizations, for whom A's provider vouches: A's administrators can make such a session at will. */
  const impersonated = async () => {
    await admin`insert into auth.memberships (organization_id, user_id, role)
      values (${a.organizationId}, ${both.userId}, 'employee') on conflict do nothing`;
    await admin`insert into auth.sso_identities (organization_id, issuer, subject, user_id)
      values (${a.organizationId}, ${providerA.issuer}, 'both', ${both.userId}) on conflict do nothing`;
    const browser = newBrowser();
    expect((await signIn('both', browser)).headers.location).toBe(`/o/${a.slug}`);
    return browser;
  };

  it('nothing of another organization, and the same answer as for one that does not exist', async () => {
    const browser = await impersonated();
    expect((await browser.ask(`/o/${a.slug}/occupations`)).status).toBe(200);
    for (const path of [
      '',
      '/heatmap',
      '/heatmap.data',
      '/occupations',
      '/settings/my-membership',
      '/audit',
    ]) {
      const [abroad, nowhere] = [b.slug, `org-${randomUUID()}`];
      const [first, second] = [
        await browser.ask(`/o/${abroad}${path}`),
        await browser.ask(`/o/${nowhere}${path}`),
      ];
      expect(`${first.headers.location}${first.body}`).toContain('/login');
      expect(`${first.headers.location}${first.body}`).not.toContain(b.name);
      expect(normalised(first, [abroad])).toBe(normalised(second, [nowhere]));
    }
    const leave = await browser.ask(`/o/${b.slug}/settings/my-membership`, { confirm: 'yes' });
    expect(leave.headers.location).toContain('/login');
    expect(await rightsOf(both.userId, b)).toMatchObject({ role: 'hr_partner' });
  });

  it('the list of organizations does not tell of another', async () => {
    const browser = await impersonated();
    const answer = await browser.ask('/o');
    expect([answer.status, answer.headers.location]).toEqual([302, `/o/${a.slug}`]);
  });

  it('nothing of the account, and no invitation of another organization', async () => {
    const browser = await impersonated();
    for (const path of ['/account', '/account/security']) {
      const { status } = await browser.ask(path);
      expect([path, status]).toEqual([path, 403]);
    }
    await admin`delete from auth.memberships where user_id = ${both.userId} and organization_id = ${b.organizationId}`;
    const { invitation } = membersScene(web);
    const { path } = await invitation(both.email);
    await admin`update auth.invitations set organization_id = ${b.organizationId} where email = ${both.email}`;
    expect((await browser.ask(path)).body).toContain('Sign in to accept');
    const refused = await browser.ask(path, { name: 'x', password: 'correct horse battery' });
    expect(refused.status).toBe(422);
    expect(await rightsOf(both.userId, b)).toBeUndefined();
    await admin`insert into auth.memberships (organization_id, user_id, role)
      values (${b.organizationId}, ${both.userId}, 'hr_partner')`;
  });

  it('nothing that all organizations share', async () => {
    await admin`insert into auth.operators (user_id) values (${both.userId})`;
    const viewer = { kind: 'user', id: both.userId };
    expect(await isOperator(web.services.database, viewer)).toBe(true);
    expect(await isOperator(web.services.database, { ...viewer, method: 'sso' })).toBe(false);
    await admin`update auth.memberships set role = 'owner' where user_id = ${both.userId} and organization_id = ${a.organizationId}`;
    const browser = await impersonated();
    const page = await browser.ask(`/o/${a.slug}/settings/catalogue`);
    expect([page.status, page.body.includes('The shared catalogue of this installation')]).toEqual([
      200,
      false,
    ]);
    const own = newBrowser(await web.signIn(both.email));
    expect((await own.ask(`/o/${a.slug}/settings/catalogue`)).body).toContain('The shared catalogue of this');
  });
});

describe('connecting an account', () => {
  it('needs the own sign-in and the word of its owner; from then on the subject is this member', async () => {
    const browser = newBrowser(await web.signInAs('lead'));
    expect((await browser.ask(`/sso/${a.slug}`)).body).toContain('value="connect"');
    const refused = await scene.signIn(
      newBrowser([...browser.jar].map((pair) => pair.join('=')).join()),
      providerA,
      { of: a, login: 'hr' },
    );
    expect(refused.status).toBe(403);
    const fields = { intent: 'connect' };
    const answer = await scene.signIn(browser, providerA, { of: a, login: 'hr', fields });
    expect([answer.status, answer.headers.location]).toEqual([302, `/o/${a.slug}`]);
    expect((await log()).at(-1)).toMatchObject({ action: 'sso.connect', subjectId: a.members.lead.userId });
    const later = newBrowser();
    await signIn('hr', later);
    expect((await later.ask(`/o/${a.slug}/people/${a.person(2).employeeId}`)).status).toBe(200);
  });

  it('is refused when who asked is not signed in any more when it comes back', async () => {
    const browser = newBrowser(await web.signInAs('executive'));
    const back = await providerA.signIn(await scene.begin(browser, a, { intent: 'connect' }), 'elsewhere');
    browser.jar.delete('__Host-cadre');
    expect((await browser.ask(`${back.pathname}${back.search}`)).status).toBe(403);
  });
});

describe('a member who was removed', () => {
  it('does not join again by coming, and comes in again when invited', async () => {
    await signIn('al');
    const userId = (await userOf(`al@${DOMAIN}`)) ?? '';
    const browser = newBrowser();
    await signIn('al', browser);
    await removeMember(web.services.database, ownerOf(a), { userId, sure: true });
    expect((await browser.ask(`/o/${a.slug}`)).headers.location).toContain('/login');
    expect((await signIn('al')).status).toBe(403);
    expect(await rightsOf(userId)).toBeUndefined();
    await admin`insert into auth.memberships (organization_id, user_id, role) values (${a.organizationId}, ${userId}, 'executive')`;
    expect((await signIn('al')).status).toBe(302);
  });

  it('neither when they never came through the provider before', async () => {
    const { newMember } = membersScene(web);
    const member = await newMember('employee');
    await admin`update auth.users set email = ${`eve@${DOMAIN}`} where user_id = ${member.userId}`;
    await removeMember(web.services.database, ownerOf(a), { userId: member.userId, sure: true });
    const answer = await signIn('eve');
    expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('do not belong')]);
    expect(await rightsOf(member.userId)).toBeUndefined();
  });
});

describe('single sign-on that is required', () => {
  afterEach(() => requireSso(web.services.database, ownerOf(a), { required: false, breakGlass: [] }));

  it('sends members to the provider but for the owners with another way in, who need a second factor', async () => {
    await signIn('jo');
    const owner = a.members.owner.userId;
    const requirement = { required: true, breakGlass: [owner] };
    const { database } = web.services;
    await expect(requireSso(database, ownerOf(a), requirement)).rejects.toThrow('second factor');
    const browsers = {
      member: newBrowser(await web.signInAs('executive')),
      owner: newBrowser(await web.signInAs('owner')),
    };
    await admin`insert into auth.passkeys (credential_id, user_id, public_key, name)
      values ('p', ${owner}, '', 'key')`;
    await requireSso(database, ownerOf(a), requirement);
    const path = `/o/${a.slug}/occupations`;
    const sent = await browsers.member.ask(path);
    expect(sent.headers.location).toBe(`/sso/${a.slug}?next=${encodeURIComponent(path)}`);
    expect((await browsers.member.ask(`${path}.data`)).body).toContain(`/sso/${a.slug}`);
    const vouchedFor = newBrowser();
    await signIn('jo', vouchedFor);
    expect((await vouchedFor.ask(path)).status).toBe(200);
    const token = await web.token('hr_partner');
    expect((await web.send('/api/v1/me', { token })).status).toBe(200);
    expect((await browsers.owner.ask(path)).status).toBe(200);
    await admin`delete from auth.passkeys where user_id = ${owner}`;
  });
});
