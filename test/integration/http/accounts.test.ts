import { describe, expect, it } from 'vitest';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { accountScene, cookieOf } from './account-scene';
import { normalised } from './normalise';

const web = await openTestWeb({ env: { TRUSTED_PROXIES: '127.0.0.1', CADRE_SIGNUP: 'closed' } });
const { admin, ask, letters, pathIn } = accountScene(web);
const NEW_PASSWORD = 'another long sentence of words';
const home = `/o/${web.a.slug}`;
const isIn = async (cookie: string) => (await web.send('/account', { cookie })).status === 200;
const signIn = (email: string, password: string) => ask('/login', { email, password });

describe('a new password by letter', () => {
  const { email, userId } = web.a.members.executive;

  it('is answered alike whether the address has an account; only one that has gets a letter', async () => {
    const [one, other] = [
      await ask('/reset', { email }),
      await ask('/reset', { email: 'nobody@example.org' }),
    ];
    expect(one.status).toBe(200);
    expect(normalised(one, [email])).toBe(normalised(other, ['nobody@example.org']));
    expect((await letters()).map(({ to }) => to)).toEqual([email]);
    const left = await admin`select email from auth.password_resets`;
    expect(left).toEqual([{ email }]);
  });

  it('ends all sessions, works once, and says so in a letter', async () => {
    const before = await web.signIn(email);
    await ask('/reset', { email });
    const path = pathIn((await letters())[0]);
    expect(path).toMatch(/^\/reset\/[\w-]{43}$/);
    const dump = await admin`select r::text from auth.password_resets r`;
    expect(JSON.stringify(dump)).not.toContain(path.split('/')[2]);
    expect((await web.send(path)).status).toBe(200);
    const weak = await ask(path, { password: `${web.a.name} 1` });
    expect([weak.status, await isIn(before)]).toEqual([422, true]);
    const done = await ask(path, { password: NEW_PASSWORD });
    expect([done.status, done.headers.location]).toEqual([302, '/o']);
    expect([await isIn(before), await isIn(cookieOf(done))]).toEqual([false, true]);
    expect((await ask(path, { password: TEST_PASSWORD })).status).toBe(404);
    expect((await signIn(email, TEST_PASSWORD)).status).toBe(422);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(302);
    expect((await letters()).map(({ to, subject }) => [to, subject])).toEqual([
      [email, 'Your password for Cadre changed'],
    ]);
  });

  it('voids the links of every other letter, and ends after an hour', async () => {
    await ask('/reset', { email }, { from: '192.0.2.9' });
    const path = pathIn((await letters())[0]);
    await admin`update auth.password_resets set expires_at = now()`;
    expect((await web.send(path)).status).toBe(404);
    expect((await ask(path, { password: TEST_PASSWORD })).status).toBe(404);
    await admin`update auth.password_resets set expires_at = now() + interval '1 hour'`;
    expect((await ask(path, { password: TEST_PASSWORD })).status).toBe(302);
    expect(await admin`select email from auth.password_resets`).toEqual([]);
  });

  it('never signs in past the second factor', async () => {
    await admin`insert into auth.totp_secrets (user_id, sealed_secret, confirmed_at)
      values (${userId}, 'sealed', now())`;
    await admin`delete from auth.attempt_counters`;
    await ask('/reset', { email });
    const path = pathIn((await letters()).find(({ link }) => link?.includes('/reset/')));
    const done = await ask(path, { password: NEW_PASSWORD });
    expect(done.headers.location).toBe('/login/second-factor?next=%2Fo');
    const cookie = cookieOf(done);
    for (const opened of ['/account', '/o', home])
      expect((await web.send(opened, { cookie })).status).toBe(302);
  });
});

describe('the page of the account', () => {
  const { email, userId } = web.a.members.employee;

  it('changes the name', async () => {
    const cookie = await web.signIn(email);
    expect((await ask('/account', { intent: 'name', name: ' ' }, { cookie })).status).toBe(422);
    expect((await ask('/account', { intent: 'name', name: 'Other Name' }, { cookie })).status).toBe(302);
    expect((await web.send('/account', { cookie })).body).toContain('Other Name');
  });

  it('changes the password of who knows the one so far; every other session ends, this one is new', async () => {
    const [cookie, elsewhere] = [await web.signIn(email), await web.signIn(email)];
    const change = (old: string, password: string) =>
      ask('/account', { intent: 'password', old, password }, { cookie });
    const wrong = await change('wrong', NEW_PASSWORD);
    expect([wrong.status, wrong.body.includes('not your password')]).toEqual([422, true]);
    for (const weak of ['short', TEST_PASSWORD, 'qwertyqwerty', `${web.a.name}-x`])
      expect([weak, (await change(TEST_PASSWORD, weak)).status]).toEqual([weak, 422]);
    expect([await isIn(cookie), await isIn(elsewhere)]).toEqual([true, true]);
    const done = await change(TEST_PASSWORD, NEW_PASSWORD);
    expect([done.status, done.headers.location]).toEqual([302, '/account?done=password']);
    expect([await isIn(cookie), await isIn(elsewhere), await isIn(cookieOf(done))]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await letters()).map(({ to }) => to)).toContain(email);
  });

  it('lists sessions and ends them, and nobody else ends them', async () => {
    const open = async () => cookieOf(await ask('/login', { email, password: NEW_PASSWORD }));
    const [mine, second, third] = [await open(), await open(), await open()];
    const other = await web.signInAs('director');
    const keys = async (cookie: string) =>
      [
        ...(await web.send('/account', { cookie })).body.matchAll(/name="session" value="([0-9a-f]{64})"/g),
      ].map(([, key]) => key ?? '');
    const listed = await keys(mine);
    expect(listed.length).toBeGreaterThanOrEqual(2);
    const [key = ''] = await keys(second);
    for (const stolen of listed) await ask('/account', { intent: 'end', session: stolen }, { cookie: other });
    expect([await isIn(second), await isIn(third)]).toEqual([true, true]);
    await ask('/account', { intent: 'end', session: key }, { cookie: second });
    expect((await keys(second)).includes(key)).toBe(false);
    await ask('/account', { intent: 'end-others' }, { cookie: second });
    expect([await isIn(second), await isIn(mine), await isIn(third), await isIn(other)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const rows = await admin`select session_hash from auth.sessions where user_id = ${userId}`;
    expect(rows).toHaveLength(1);
  });
});

describe('sign-up that is closed', () => {
  it('says so and makes nothing', async () => {
    expect((await web.send('/signup')).body).toContain('whoever runs this installation');
    const fields = {
      organization: 'X',
      slug: 'x',
      name: 'X',
      email: 'x@example.org',
      password: NEW_PASSWORD,
    };
    expect((await ask('/signup', fields)).status).toBe(403);
    expect(await admin`select email from auth.sign_ups`).toEqual([]);
    expect((await web.send('/login')).body).not.toContain('/signup');
  });
});
