import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { membersScene } from '#test/integration/http/members-scene';
import type { RealProvider } from '#test/setup/real-provider';
import { openTestWeb } from '#test/setup/web';
import { normalised } from './normalise';
import { ssoScene } from './sso-scene';

const web = await openTestWeb({ env: { ALLOW_PRIVATE_ISSUERS: '1' } });
const { a, b } = web;
const { admin } = membersScene(web);
const scene = ssoScene(web);
const { newBrowser } = scene;
let providerA: RealProvider;
let providerB: RealProvider;
beforeAll(async () => {
  ({ providerA, providerB } = await scene.connectBoth());
});

describe('an answer that does not belong here', () => {
  it('is good once', async () => {
    const browser = newBrowser();
    const back = await providerA.signIn(await scene.begin(browser, a), 'jo');
    const path = `${back.pathname}${back.search}`;
    expect((await browser.ask(path)).status).toBe(302);
    const again = await browser.ask(path);
    expect([again.status, again.body]).toEqual([403, expect.stringContaining('Begin again')]);
  });

  it('is refused in another browser, with and without a sign-in begun there, and stays good in its own', async () => {
    const victim = newBrowser();
    const back = await providerA.signIn(await scene.begin(victim, a), 'jo');
    const path = `${back.pathname}${back.search}`;
    const other = newBrowser();
    expect((await other.ask(path)).status).toBe(403);
    await scene.begin(other, a);
    expect((await other.ask(path)).status).toBe(403);
    expect((await victim.ask(path)).status).toBe(302);
  });

  it("one provider's answer never stands for another's (mix-up)", async () => {
    const browser = newBrowser();
    const back = await providerA.signIn(await scene.begin(browser, a), 'jo');
    expect(back.pathname).toBe(`/sso/callback/${a.organizationId}`);
    expect((await browser.ask(`/sso/callback/${b.organizationId}${back.search}`)).status).toBe(403);
    const atB = new URL(await scene.begin(browser, b)).searchParams.get('state') ?? '';
    back.searchParams.set('state', atB);
    expect((await browser.ask(`/sso/callback/${b.organizationId}${back.search}`)).status).toBe(403);
    expect((await browser.ask(`/o/${b.slug}`)).headers.location).toContain('/login');
  });

  it('the same subject of two providers is two people', async () => {
    await scene.verify(b, 'b-company.example');
    const answer = await scene.signIn(newBrowser(), providerB, { of: b, login: 'jo' });
    expect(answer.status).toBe(403);
  });

  it.each(['', '?state=x', '?code=x&state=x', '?error=access_denied&state=%00', '?state=a&state=b'])(
    'callback%s says calmly that it is over',
    async (query) => {
      for (const id of [a.organizationId, randomUUID(), 'x', '%00']) {
        const answer = await web.send(`/sso/callback/${id}${query}`);
        expect([id, answer.status]).toEqual([id, 403]);
      }
    },
  );

  it('a connection that was changed meanwhile takes no answer of before', async () => {
    const browser = newBrowser();
    const back = await providerA.signIn(await scene.begin(browser, a), 'jo');
    await scene.connect(a, providerA, { clientId: 'another' });
    const answer = await browser.ask(`${back.pathname}${back.search}`);
    await scene.connect(a, providerA);
    expect(answer.status).toBe(403);
  });
});

describe('the way there', () => {
  it('is begun by the button alone: no address and no other site begins it', async () => {
    const page = await web.send(`/sso/${a.slug}`);
    expect([page.status, page.headers['refresh'], page.cookies]).toEqual([200, undefined, []]);
    expect(await admin`select count(*)::int as n from auth.sso_states`).toEqual([{ n: expect.any(Number) }]);
    const states = await admin`select count(*) from auth.sso_states`;
    const foreign = await web.send(`/sso/${a.slug}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' },
      body: 'intent=continue',
    });
    expect(foreign.status).toBe(403);
    expect(await admin`select count(*) from auth.sso_states`).toEqual(states);
  });

  it('keeps nothing in clear that opens something, and binds the browser by a cookie of its own', async () => {
    const browser = newBrowser();
    const asked = new URL(await scene.begin(browser, a)).searchParams;
    const dump = JSON.stringify(
      await admin`select s::text, c::text from auth.sso_states s, auth.sso_connections c`,
    );
    for (const secret of [
      asked.get('state'),
      asked.get('nonce'),
      browser.jar.get('__Host-cadre-sso'),
      `secret-${a.slug}`,
    ])
      expect(secret && !dump.includes(secret)).toBe(true);
    const [set = ''] = (await browser.ask(`/sso/${a.slug}`, {})).headers['set-cookie'] ?? [];
    for (const attribute of ['__Host-cadre-sso=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=600'])
      expect(set).toContain(attribute);
  });

  it('leads only to pages of the organization', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      `/o/${b.slug}`,
      '/account',
      `/o/${a.slug}x`,
    ]) {
      const answer = await scene.signIn(newBrowser(), providerA, { of: a, login: 'jo', fields: { next } });
      expect([next, answer.headers.location]).toEqual([next, `/o/${a.slug}`]);
    }
  });

  it('an organization without single sign-on and none at all: the same page', async () => {
    await scene.connect(b, providerB, { enabled: false });
    const [off, none] = [await web.send(`/sso/${b.slug}`), await web.send('/sso/no-such-organization')];
    await scene.connect(b, providerB);
    expect(off.status).toBe(404);
    expect(normalised(off, [b.slug])).toBe(normalised(none, ['no-such-organization']));
    expect((await web.send('/sso?organization=no-such-organization')).status).toBe(404);
    const found = await web.send(
      `/sso?organization=${encodeURIComponent(`https://cadre.example/o/${a.slug}`)}`,
    );
    expect(found.headers.location).toContain(`/sso/${a.slug}?next=`);
  });

  it('says calmly that the provider is silent', async () => {
    const gone = await scene.startProvider(b, {});
    await scene.connect(b, gone);
    await gone.close();
    const answer = await newBrowser().ask(`/sso/${b.slug}`, { intent: 'continue' });
    await scene.connect(b, providerB);
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('The identity provider did not answer');
  });
});
