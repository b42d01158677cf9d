import { describe, expect, it } from 'vitest';
import { proofCount } from '#test/isolation/loss/seeded-random';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { listRoutes } from './route-manifest';

const LISTED = 'https://cadre.example';
const FOREIGN = 'https://evil.example';
const ORIGINS = [
  undefined,
  'here',
  LISTED,
  FOREIGN,
  'null',
  'not an origin',
  `${LISTED}.evil.example`,
] as const;
const SITES = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', ''] as const;
const BOUNDARY = 'a-boundary-of-some-thirty-letters';
const TYPES = [
  'application/x-www-form-urlencoded',
  `multipart/form-data; boundary=${BOUNDARY}`,
  'text/plain',
  undefined,
] as const;

const web = await openTestWeb({ env: { ORIGINS: `http://127.0.0.1:1,${LISTED}` } });
const unsafe = (await listRoutes())
  .filter(({ handlers }) => handlers.action)
  .map(({ address }) => address.replace(':org', web.a.slug).replace('*', 'anything'));

interface Combination {
  readonly origin: (typeof ORIGINS)[number];
  readonly site: (typeof SITES)[number];
  readonly type: (typeof TYPES)[number];
}

const COMBINATIONS: readonly Combination[] = ORIGINS.flatMap((origin) =>
  SITES.flatMap((site) => TYPES.map((type) => ({ origin, site, type }))),
);

const ALL = COMBINATIONS.length;
const EVERYDAY = 60;
const WHOLE = proofCount(EVERYDAY) > EVERYDAY;

/** Sixty of them for each route, other ones for the next: all of them over a few routes. With a count, all for each. */
const combinationsOf = (route: number): readonly Combination[] =>
  WHOLE ? COMBINATIONS : COMBINATIONS.filter((_, index) => ((index + route * 5) * EVERYDAY) % ALL < EVERYDAY);

/** Sec-Fetch-Site says it where it is sent; without it the Origin has to be listed. */
const allowed = ({ origin, site }: Combination) =>
  site === undefined ? origin === LISTED : site === 'same-origin';

function headersOf({ origin, site, type }: Combination): Record<string, string> {
  return {
    ...(origin === undefined ? {} : { Origin: origin === 'here' ? web.origin : origin }),
    ...(site === undefined ? {} : { 'Sec-Fetch-Site': site }),
    ...(type === undefined ? {} : { 'Content-Type': type }),
  };
}

const FIELDS = { email: 'nobody@example.test', password: 'x', theme: 'dark', returnTo: '/login' };
function bodyOf({ type }: Combination): string {
  if (!type?.startsWith('multipart')) return new URLSearchParams(FIELDS).toString();
  const parts = Object.entries(FIELDS).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

describe('cross-site guard (security.md proof 9)', () => {
  it(
    'every unsafe route: 403 as problem details, unless same-origin or a listed Origin',
    async () => {
      const cookie = await web.signInAs('hr_partner');
      const wrong: unknown[] = [];
      let [requests, refused] = [0, 0];
      const paths = [...unsafe, '/login.data', '/theme.data', `/o/${web.a.slug}/heatmap`, '/nothing'];
      for (const [route, path] of paths.entries()) {
        for (const combination of combinationsOf(route)) {
          // Signing out would end the session that the next requests send.
          const sent = path.startsWith('/logout') ? {} : { cookie };
          const request = {
            ...sent,
            method: 'POST',
            headers: headersOf(combination),
            body: bodyOf(combination),
          };
          const answer = await web.send(path, request);
          requests += 1;
          // The role may be refused too, by a page of its own.
          const guarded = answer.status === 403 && answer.body.includes('came from another site');
          refused += guarded ? 1 : 0;
          const right = allowed(combination)
            ? !guarded
            : guarded &&
              answer.cookies.length === 0 &&
              answer.headers['content-type']?.startsWith('application/problem+json');
          if (!right) wrong.push({ path, ...combination, status: answer.status });
        }
      }
      console.info(
        `cross-site: ${unsafe.length} routes with an action, ${combinationsOf(0).length} of ${ALL} combinations each, ${requests} requests, ${refused} refused, ${wrong.length} wrong`,
      );
      expect(unsafe).toEqual(expect.arrayContaining(['/login', '/logout', '/theme', '/api/v1/anything']));
      expect(refused).toBeGreaterThan(500);
      expect(wrong).toEqual([]);
    },
    WHOLE ? 3_600_000 : 300_000,
  );

  it('a refused sign-out keeps the session; an allowed one ends it', async () => {
    const cookie = await web.signInAs('hr_partner');
    const page = `/o/${web.a.slug}/heatmap`;
    for (const combination of COMBINATIONS.filter((one) => !allowed(one))) {
      await web.send('/logout', { method: 'POST', cookie, headers: headersOf(combination) });
      await web.send('/logout.data', { method: 'POST', cookie, headers: headersOf(combination) });
    }
    expect((await web.send(page, { cookie })).status).toBe(200);
    await web.send('/logout', { method: 'POST', cookie, headers: { 'Sec-Fetch-Site': 'same-origin' } });
    expect((await web.send(page, { cookie })).status).toBe(302);
  });

  it('a refused sign-in makes no session, also with the right password', async () => {
    const body = new URLSearchParams({
      email: web.a.members.owner.email,
      password: TEST_PASSWORD,
    }).toString();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { 'Content-Type': TYPES[0], Origin: FOREIGN };
      const answer = await web.send('/login', { method, headers, body });
      expect([method, answer.status, answer.cookies]).toEqual([method, 403, []]);
    }
  });

  it('safe methods change nothing: a GET or HEAD of /logout leaves the session', async () => {
    const cookie = await web.signInAs('owner');
    for (const path of ['/logout', '/logout.data', '/logout?_data=routes%2Flogout', '/logout?_method=POST']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await web.send(path, { method, cookie });
    }
    expect((await web.send('/o', { cookie })).status).toBe(302);
    expect((await web.send('/o', { cookie })).headers.location).toBe(`/o/${web.a.slug}`);
  });
});

describe('under /api/v1', () => {
  it('a bearer token is exempt from the guard, a cookie is not', async () => {
    const token = await web.token('owner');
    const cookie = await web.signInAs('owner');
    const headers = { Origin: FOREIGN, 'Sec-Fetch-Site': 'cross-site' };
    const post = (sent: object) => web.send('/api/v1/nothing', { method: 'POST', headers, ...sent });
    expect((await post({ token })).status).toBe(404);
    expect((await post({ cookie })).status).toBe(403);
    expect((await post({ cookie, headers: { ...headers, Authorization: 'Basic eDp5' } })).status).toBe(403);
  });

  it('a bearer header opens nothing outside the API', async () => {
    const headers = { Origin: FOREIGN, Authorization: 'Bearer anything' };
    for (const path of ['/logout', '/theme', '/api/v1/../../logout', '/api/v1%2f..%2f..%2flogout']) {
      expect([path, (await web.send(path, { method: 'POST', headers })).status]).toEqual([path, 403]);
    }
  });

  it('cookies are not read: a signed-in browser without a token gets 401 with a challenge', async () => {
    const cookie = await web.signInAs('hr_partner');
    for (const path of ['/api/v1/me', '/api/v1/heatmap', `/api/v1/profiles/${web.a.person(3).employeeId}`]) {
      const answer = await web.send(path, { cookie, headers: { 'Sec-Fetch-Site': 'same-origin' } });
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="cadre"']);
      expect(answer.body).not.toContain(web.a.canary);
      expect(JSON.parse(answer.body)).toMatchObject({ status: 401, title: expect.any(String) });
    }
  });
});

describe('forwarded headers without a trusted proxy', () => {
  it.each(['X-Forwarded-Host', 'Forwarded', 'X-Forwarded-Proto', 'X-Forwarded-Port', 'X-Forwarded-For'])(
    '%s vouches for nothing',
    async (name) => {
      const headers = { [name]: 'evil.example', Origin: FOREIGN };
      expect((await web.send('/theme', { method: 'POST', headers })).status).toBe(403);
      const page = await web.send('/login', { headers: { [name]: 'evil.example' } });
      expect(page.status).toBe(200);
      expect(page.body).not.toContain('evil.example');
      const plain = await web.send(`/o/${web.a.slug}`, { headers: { [name]: 'evil.example' } });
      expect(plain.headers.location).toBe(`/login?next=${encodeURIComponent(`/o/${web.a.slug}`)}`);
    },
  );
});
