import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { form } from '#test/setup/http-client';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const DAY_MS = 86_400_000;
const heatmap = `/o/${web.a.slug}/heatmap`;
const secretOf = (cookie: string) => cookie.split('=')[1] ?? '';
const hashOf = (cookie: string) => createHash('sha256').update(secretOf(cookie)).digest('hex');
const statusWith = async (cookie: string, path = heatmap) => (await web.send(path, { cookie })).status;
const rowOf = async (cookie: string) =>
  (
    await admin<{ expiresAt: Date; absoluteExpiresAt: Date }[]>`
      select expires_at as "expiresAt", absolute_expires_at as "absoluteExpiresAt"
        from auth.sessions where session_hash = ${hashOf(cookie)}`
  )[0];
const signInWith = (cookie: string, email = web.a.members.hr_partner.email) => {
  const sent = form(web.origin, { email, password: TEST_PASSWORD });
  return web.send('/login', { ...sent, cookie });
};

describe('the session cookie', () => {
  it('is bound to the host, hidden from scripts and sent on TLS and loopback only', async () => {
    const answer = await signInWith('');
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(answer.status).toBe(302);
    expect(cookie).toMatch(/^__Host-cadre=[a-z0-9]{40}; /);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toMatch(/Domain/i);
    expect(answer.body + JSON.stringify(answer.headers.location)).not.toContain(
      secretOf(cookie.split(';')[0] ?? ''),
    );
  });

  it('is stored as a hash alone, and what is stored opens nothing', async () => {
    const cookie = await web.signInAs('hr_partner');
    expect(await rowOf(cookie)).toBeDefined();
    const dump = await admin<{ row: string }[]>`select s::text as row from auth.sessions s`;
    for (const { row } of dump) expect(row).not.toContain(secretOf(cookie));
    for (const stolen of [hashOf(cookie), `\\x${hashOf(cookie)}`]) {
      expect(await statusWith(`__Host-cadre=${stolen}`)).toBe(302);
    }
    expect(await statusWith(cookie)).toBe(200);
  });

  it.each([
    '__Host-cadre=',
    `__Host-cadre=${'a'.repeat(40)}`,
    `__Host-cadre=${'a'.repeat(5_000)}`,
    'cadre=x',
    '=;;=',
  ])('means nobody when it is %j', async (cookie) => expect(await statusWith(cookie)).toBe(302));

  it('is not read under its plain name', async () => {
    const cookie = await web.signInAs('hr_partner');
    expect(await statusWith(`cadre=${secretOf(cookie)}`)).toBe(302);
  });
});

describe('sign-in and sign-out', () => {
  it('fixation: a value chosen by somebody else never becomes a session', async () => {
    const planted = `__Host-cadre=${'x'.repeat(40)}`;
    const answer = await signInWith(planted);
    expect(answer.cookies[0]).not.toBe(planted);
    expect(await statusWith(planted)).toBe(302);
  });

  it("fixation: another person's session sent along is ended, and the new one is the signer's", async () => {
    const attacker = await web.signInAs('employee', web.b);
    const [cookie = ''] = (await signInWith(attacker)).cookies;
    expect(await rowOf(attacker)).toBeUndefined();
    expect(await statusWith(attacker, `/o/${web.b.slug}`)).toBe(302);
    expect((await web.send('/o', { cookie })).headers.location).toBe(`/o/${web.a.slug}`);
  });

  it('rotation: each sign-in makes a new session and ends the one before in this browser', async () => {
    const first = await web.signInAs('hr_partner');
    const elsewhere = await web.signInAs('hr_partner');
    const [second = ''] = (await signInWith(first)).cookies;
    expect(new Set([first, elsewhere, second]).size).toBe(3);
    expect([await statusWith(first), await statusWith(elsewhere), await statusWith(second)]).toEqual([
      302, 200, 200,
    ]);
  });

  it('a failed sign-in makes no session and leaves the one that was sent along', async () => {
    const cookie = await web.signInAs('hr_partner');
    const sent = form(web.origin, { email: web.a.members.owner.email, password: 'wrong' });
    expect((await web.send('/login', { ...sent, cookie })).cookies).toEqual([]);
    expect(await statusWith(cookie)).toBe(200);
  });

  it('sign-out kills the session in the database and clears the cookie', async () => {
    const cookie = await web.signInAs('hr_partner');
    const answer = await web.send('/logout', { ...form(web.origin, {}), cookie });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-cadre=; .*Max-Age=0/);
    expect(await rowOf(cookie)).toBeUndefined();
    expect(await statusWith(cookie)).toBe(302);
  });

  it('leads only to paths of this site', async () => {
    const { email } = web.a.members.hr_partner;
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await web.send('/login', form(web.origin, { email, password: TEST_PASSWORD, next }));
      expect(answer.headers.location).toBe('/o');
    }
    const wanted = await web.send(
      '/login',
      form(web.origin, { email, password: TEST_PASSWORD, next: heatmap }),
    );
    expect(wanted.headers.location).toBe(heatmap);
  });
});

describe('limits', () => {
  const setBack = (cookie: string, column: 'expires_at' | 'absolute_expires_at', when: Date) =>
    admin`update auth.sessions set ${admin({ [column]: when })} where session_hash = ${hashOf(cookie)}`;

  it('a session idle for too long is dead and gone', async () => {
    const cookie = await web.signInAs('hr_partner');
    await setBack(cookie, 'expires_at', new Date(Date.now() - 1_000));
    expect(await statusWith(cookie)).toBe(302);
    expect(await rowOf(cookie)).toBeUndefined();
  });

  it('a session past its absolute end is dead, however busy it is', async () => {
    const cookie = await web.signInAs('hr_partner');
    await setBack(cookie, 'absolute_expires_at', new Date(Date.now() - 1_000));
    expect(await statusWith(cookie)).toBe(302);
    expect(await statusWith(cookie)).toBe(302);
  });

  it.each([heatmap, '/o'])(
    'use of %s moves the idle end on, with a new cookie, and never the absolute one',
    async (path) => {
      const cookie = await web.signInAs('hr_partner');
      const before = await rowOf(cookie);
      const soon = new Date(Date.now() + DAY_MS / 24);
      await setBack(cookie, 'expires_at', soon);
      const answer = await web.send(path, { cookie });
      const after = await rowOf(cookie);
      expect(after?.expiresAt.getTime()).toBeGreaterThan(soon.getTime() + DAY_MS / 2);
      expect(after?.absoluteExpiresAt).toEqual(before?.absoluteExpiresAt);
      expect(answer.cookies).toContain(cookie);
    },
  );

  it('a new session has a day of idleness and fourteen days in all', async () => {
    const row = await rowOf(await web.signInAs('hr_partner'));
    const days = (until: Date | undefined) => ((until?.getTime() ?? 0) - Date.now()) / DAY_MS;
    expect(days(row?.expiresAt)).toBeCloseTo(1, 1);
    expect(days(row?.absoluteExpiresAt)).toBeCloseTo(14, 1);
  });
});

describe('what an administrator changes counts on the next request', () => {
  const member = (key: 'executive' | 'employee') => ({
    organization_id: web.a.organizationId,
    user_id: web.a.members[key].userId,
  });
  const setRole = (key: 'executive' | 'employee', role: string) => {
    const { organization_id, user_id } = member(key);
    return admin`update auth.memberships set role = ${role}
      where organization_id = ${organization_id} and user_id = ${user_id}`;
  };

  it('a role that changed, both ways', async () => {
    const cookie = await web.signInAs('employee');
    expect(await statusWith(cookie)).toBe(403);
    await setRole('employee', 'hr_partner');
    expect(await statusWith(cookie)).toBe(200);
    await setRole('employee', 'employee');
    expect(await statusWith(cookie)).toBe(403);
  });

  it('a membership that was taken away: the organization is not there any more', async () => {
    const cookie = await web.signInAs('executive');
    expect(await statusWith(cookie)).toBe(200);
    const { organization_id, user_id } = member('executive');
    await admin`delete from auth.memberships where organization_id = ${organization_id} and user_id = ${user_id}`;
    for (const path of [heatmap, `/o/${web.a.slug}`, `${heatmap}.data`])
      expect(await statusWith(cookie, path)).toBe(404);
    expect((await web.send('/o', { cookie })).status).toBe(200);
  });

  it('a person who was deleted is signed out everywhere', async () => {
    const cookie = await web.signInAs('lead');
    await withAuth(web.db.database, ({ tx }) =>
      tx.deleteFrom('users').where('userId', '=', web.a.members.lead.userId).execute(),
    );
    expect(await statusWith(cookie)).toBe(302);
    expect((await web.send('/login', { cookie })).status).toBe(200);
  });
});
