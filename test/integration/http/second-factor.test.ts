import { Secret, TOTP } from 'otpauth';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { form, type Sent } from '#test/setup/http-client';
import { softwareAuthenticator } from '#test/setup/software-authenticator';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { declarationOf } from '~/http/declaration';
import { membersScene } from './members-scene';
import { normalised } from './normalise';
import { listRoutes } from './route-manifest';

const web = await openTestWeb({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
const { newMember } = membersScene(web);
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const home = `/o/${web.a.slug}/settings/my-membership`;
const SECURITY = '/account/security';
const SECOND = '/login/second-factor';

let addresses = 0;
/** Each call comes from an address of its own, so that tests do not use up each other's tries. */
const newAddress = () => {
  addresses += 1;
  return `192.0.2.${addresses}`;
};
const post = (
  path: string,
  fields: Readonly<Record<string, string>>,
  { cookie = '', from = newAddress() } = {},
) => {
  const sent = form(web.origin, fields);
  return web.send(path, { ...sent, cookie, headers: { ...sent.headers, 'X-Forwarded-For': from } });
};
const passwordOf = (email: string, more = {}) => post('/login', { email, password: TEST_PASSWORD, ...more });
const statusWith = async (cookie: string, path = home) => (await web.send(path, { cookie })).status;

/** Somebody with an authenticator app; the step of its first code is long past. */
async function memberWithApp() {
  const member = await newMember('employee');
  await post(SECURITY, { intent: 'propose-app' }, member);
  const shown = await web.send(SECURITY, member);
  const key =
    /<code class="secret-key">([A-Z2-7 ]+)<\/code>/.exec(shown.body)?.[1]?.replaceAll(' ', '') ?? '';
  const code = () => new TOTP({ secret: Secret.fromBase32(key) }).generate();
  const confirmed = await post(SECURITY, { intent: 'confirm-app', code: code() }, member);
  const codes = [...confirmed.body.matchAll(/<code>((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})<\/code>/g)].map(
    ([, text]) => text ?? '',
  );
  await admin`update auth.totp_secrets set last_step = 1 where user_id = ${member.userId}`;
  const waiting = async () => (await passwordOf(member.email)).cookies[0] ?? '';
  return { ...member, key, code, codes, confirmed, waiting };
}

describe('a sign-in of somebody who has a second factor', () => {
  it('asks for it after the password, and begins the whole session under a new id', async () => {
    const member = await memberWithApp();
    expect(member.confirmed.status).toBe(200);
    expect(member.codes).toHaveLength(10);
    const first = await passwordOf(member.email, { next: home });
    expect(first.headers.location).toBe(`${SECOND}?next=${encodeURIComponent(home)}`);
    expect(first.cookies).toHaveLength(1);
    const [waiting = ''] = first.cookies;
    expect(await statusWith(waiting)).toBe(302);
    expect((await web.send('/login', { cookie: waiting })).headers.location).toMatch(SECOND);
    const page = await web.send(first.headers.location ?? '', { cookie: waiting });
    expect(page.status).toBe(200);
    expect(page.body).toContain(`name="next" value="${home}"`);
    const second = await post(SECOND, { code: member.code(), next: home }, { cookie: waiting });
    expect([second.status, second.headers.location]).toEqual([302, home]);
    const [session = '', device = ''] = second.cookies;
    expect(session).not.toBe(waiting);
    expect(device).toMatch(/^__Host-cadre-device=/);
    expect([await statusWith(session), await statusWith(waiting)]).toEqual([200, 302]);
    expect((await post(SECOND, { code: member.code() }, { cookie: session })).headers.location).toBe(
      '/login',
    );
  });

  it('takes neither a wrong code nor one that was used', async () => {
    const member = await memberWithApp();
    const [one, other] = [await member.waiting(), await member.waiting()];
    const code = member.code();
    const wrong = await post(SECOND, { code: code === '000000' ? '000001' : '000000' }, { cookie: one });
    expect([wrong.status, wrong.cookies]).toEqual([422, []]);
    expect((await post(SECOND, { code }, { cookie: one })).status).toBe(302);
    const again = await post(SECOND, { code }, { cookie: other });
    expect([again.status, again.cookies]).toEqual([422, []]);
    expect(await statusWith(other)).toBe(302);
  });

  it('takes a recovery code once', async () => {
    const member = await memberWithApp();
    const [code = '', other = ''] = member.codes;
    const first = await post(SECOND, { code: other }, { cookie: await member.waiting() });
    const done = await post(SECOND, { code }, { cookie: await member.waiting() });
    expect(await statusWith(done.cookies[0] ?? '')).toBe(200);
    expect(await statusWith(first.cookies[0] ?? '')).toBe(302);
    expect((await post(SECOND, { code }, { cookie: await member.waiting() })).status).toBe(422);
  });

  it('bounds the tries of one address, then of all, whatever the code', async () => {
    const member = await memberWithApp();
    const cookie = await member.waiting();
    const tryFrom = async (from: string) => post(SECOND, { code: 'x' }, { cookie, from });
    const from = newAddress();
    for (let count = 0; count < 5; count += 1) expect((await tryFrom(from)).status).toBe(422);
    const limited = await post(SECOND, { code: member.code() }, { cookie, from });
    expect([limited.status, limited.cookies]).toEqual([429, []]);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(60);
    expect(limited.body).toContain('There were too many tries.');
    expect((await post(SECOND, { code: member.code() }, { cookie })).status).toBe(302);
    const fresh = await member.waiting();
    const statuses = [];
    for (let count = 0; count < 20; count += 1)
      statuses.push((await post(SECOND, { code: 'x' }, { cookie: fresh })).status);
    expect(statuses).toContain(429);
  });

  it('a session that waits is over after a quarter of an hour', async () => {
    const member = await memberWithApp();
    const cookie = await member.waiting();
    await admin`update auth.sessions set created_at = now() - interval '16 minutes' where user_id = ${member.userId}`;
    const late = await post(SECOND, { code: member.code() }, { cookie });
    expect([late.headers.location, late.cookies]).toEqual(['/login', []]);
  });

  it('a session that waits is not listed as signed in, is gone once it is over, and can be ended', async () => {
    const member = await memberWithApp();
    const cookie = member.confirmed.cookies[0] ?? member.cookie;
    const rows = async () => {
      const { body } = await web.send('/account', { cookie });
      const table = body.slice(body.indexOf('<tbody'), body.indexOf('</tbody'));
      return table.split('<tr').slice(1);
    };
    const isWaiting = (row: string) => row.includes('Not signed in') && row.includes('second factor');
    const before = await rows();
    expect(before.filter(isWaiting)).toEqual([]);
    const waiting = await member.waiting();
    const listed = await rows();
    expect([listed.length, listed.filter(isWaiting).length]).toEqual([before.length + 1, 1]);
    const key = /name="session" value="([0-9a-f]{64})"/.exec(listed.find(isWaiting) ?? '')?.[1] ?? '';
    await post('/account', { intent: 'end', session: key }, { cookie });
    expect(await rows()).toHaveLength(before.length);
    const late = await post(SECOND, { code: member.code() }, { cookie: waiting });
    expect([late.headers.location, late.cookies]).toEqual(['/login', []]);
    await member.waiting();
    await admin`update auth.sessions set created_at = now() - interval '16 minutes'
      where user_id = ${member.userId} and stage = 'second_factor'`;
    expect(await rows()).toHaveLength(before.length);
  });

  it('a session that waits opens nothing that an anonymous request does not', async () => {
    const cookie = await (await memberWithApp()).waiting();
    const wrong: unknown[] = [];
    let requests = 0;
    for (const { address, handlers, isFrame } of await listRoutes()) {
      const declared = declarationOf(handlers.loader) ?? declarationOf(handlers.action);
      if (isFrame || !declared || ('access' in declared && declared.access === 'public')) continue;
      const path = address.replace(/:(\w+)/g, (_, name: string) => (name === 'org' ? web.a.slug : 'x'));
      const asked: [string, Sent][] = [
        ...(handlers.loader ? [[path, {}] as [string, Sent], [`${path}.data`, {}] as [string, Sent]] : []),
        ...(handlers.action ? [[path, form(web.origin, {})] as [string, Sent]] : []),
      ];
      for (const [to, sent] of asked) {
        const [anonymous, waiting] = [await web.send(to, sent), await web.send(to, { ...sent, cookie })];
        requests += 1;
        const isOpen = ![302, 202, 401, 404, 405].includes(waiting.status);
        if (isOpen || normalised(anonymous, []) !== normalised(waiting, []))
          wrong.push({ to, anonymous: anonymous.status, waiting: waiting.status });
      }
    }
    console.info(`sessions that wait: ${requests} requests, ${wrong.length} deviations`);
    expect(requests).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });
});

describe('changes of how one signs in', () => {
  it('need a session of the last ten minutes, which a proof gives under a new id', async () => {
    const member = await newMember('employee');
    await admin`update auth.sessions set created_at = now() - interval '11 minutes' where user_id = ${member.userId}`;
    for (const intent of ['propose-app', 'confirm-app', 'remove-app', 'codes', 'passkey', 'remove-passkey']) {
      const { status, headers } = await post(SECURITY, { intent }, member);
      expect([status, headers.location]).toEqual([302, `${SECURITY}/confirm?next=%2Faccount%2Fsecurity`]);
    }
    const confirm = (proof: string) => post(`${SECURITY}/confirm`, { proof, next: SECURITY }, member);
    expect((await confirm('wrong')).status).toBe(422);
    const right = await confirm(TEST_PASSWORD);
    expect(right.headers.location).toBe(SECURITY);
    const [cookie = ''] = right.cookies;
    expect([await statusWith(cookie), await statusWith(member.cookie)]).toEqual([200, 302]);
    expect((await post(SECURITY, { intent: 'propose-app' }, { cookie })).headers.location).toBe(SECURITY);
  });

  it('end the other sessions and keep this one', async () => {
    const member = await newMember('employee');
    const other = await web.signIn(member.email);
    await post(SECURITY, { intent: 'propose-app' }, member);
    expect(await statusWith(other)).toBe(200);
    const shown = await web.send(SECURITY, member);
    const key = /secret-key">([A-Z2-7 ]+)</.exec(shown.body)?.[1]?.replaceAll(' ', '') ?? '';
    const code = new TOTP({ secret: Secret.fromBase32(key) }).generate();
    await post(SECURITY, { intent: 'confirm-app', code }, member);
    expect([await statusWith(other), await statusWith(member.cookie)]).toEqual([302, 200]);
  });
});

describe('an organization that asks for a second factor', () => {
  it('leads members to set one up before anything opens; tokens go on', async () => {
    const member = await newMember('employee', web.b);
    const token = await web.token('hr_partner', { of: web.b });
    const page = `/o/${web.b.slug}/settings/my-membership`;
    const policy = (required: boolean) =>
      admin`update auth.organization_directory set second_factor_required = ${required}
        where organization_id = ${web.b.organizationId}`;
    expect(await statusWith(member.cookie, page)).toBe(200);
    await policy(true);
    for (const path of [page, `/o/${web.b.slug}`, `/o/${web.b.slug}/occupations`])
      expect((await web.send(path, member)).headers.location).toBe(
        `${SECURITY}?next=${encodeURIComponent(path)}`,
      );
    expect((await web.send('/api/v1/me', { token })).status).toBe(200);
    const notice = await web.send(`${SECURITY}?next=${page}`, member);
    expect(notice.body).toContain('A second factor is required');
    await admin`insert into auth.passkeys (credential_id, user_id, public_key, name)
      values ('test', ${member.userId}, '\\x00', 'Key')`;
    expect(await statusWith(member.cookie, page)).toBe(200);
    const last = await post(SECURITY, { intent: 'remove-passkey', credentialId: 'test' }, member);
    expect(last.status).toBe(422);
    expect(last.body).toContain('A second factor is required by');
    await policy(false);
  });
});

describe('passkeys over HTTP', () => {
  const { port } = new URL(web.origin);
  const named = `http://localhost:${port}`;
  const site = { id: 'localhost', origin: named };
  const send = (path: string, fields: Readonly<Record<string, string>>, cookie = '') => {
    const sent = form(named, fields);
    return web.send(path, { ...sent, cookie, headers: { ...sent.headers, Host: `localhost:${port}` } });
  };
  const ask = async (purpose: string, cookie = '') =>
    JSON.parse((await send('/passkey-options', { purpose }, cookie)).body);

  it('one is added, signs in by itself, and confirms a password', async () => {
    const member = await newMember('employee');
    const authenticator = softwareAuthenticator(site, member.userId);
    const asked = await ask('register', member.cookie);
    const response = authenticator.register(asked.options.challenge);
    const fields = { intent: 'passkey', challengeId: asked.challengeId, response, name: 'Phone' };
    expect((await send(SECURITY, fields, member.cookie)).body).toContain('Your recovery codes');
    const signIn = await ask('sign-in');
    const answer = authenticator.answer(signIn.options.challenge);
    const sent = { intent: 'passkey', challengeId: signIn.challengeId, response: answer, next: home };
    const done = await send('/login', sent);
    expect([done.status, done.headers.location]).toEqual([302, home]);
    expect(await statusWith(done.cookies[0] ?? '')).toBe(200);
    expect((await send('/login', sent)).status).toBe(422);
    const [waiting = ''] = (await passwordOf(member.email)).cookies;
    const second = await ask('second-factor', waiting);
    const proof = authenticator.answer(second.options.challenge, { counter: 2 });
    const confirmed = await send(
      SECOND,
      { intent: 'passkey', challengeId: second.challengeId, response: proof },
      waiting,
    );
    expect(await statusWith(confirmed.cookies[0] ?? '')).toBe(200);
  });

  it('nobody is asked for more than their session allows, nor under an address without a name', async () => {
    const cookie = await web.signInAs('employee');
    expect((await send('/passkey-options', { purpose: 'second-factor' }, cookie)).status).toBe(403);
    expect((await send('/passkey-options', { purpose: 'register' })).status).toBe(403);
    expect((await post('/passkey-options', { purpose: 'sign-in' })).status).toBe(409);
    const { options } = await ask('sign-in');
    expect(options.allowCredentials ?? []).toEqual([]);
    const sso = await web.services.sessions.signIn(web.a.members.employee.userId, null, {
      stage: 'full',
      method: 'sso',
      ssoOrganizationId: web.a.organizationId,
      userAgent: null,
    });
    const [ssoCookie = ''] = sso.split(';');
    expect((await send('/passkey-options', { purpose: 'register' }, ssoCookie)).status).toBe(403);
    for (const path of [SECURITY, `${SECURITY}/confirm`])
      expect((await web.send(path, { cookie: ssoCookie })).status).toBe(403);
  });
});
