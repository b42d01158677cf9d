import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberKey } from '#test/factories/canary-organization';
import type { Answer } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { PERMISSIONS, type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import { ROLES, type Role } from '~/modules/organizations/domain/role';
import { type Subject, subjectsOf, type Viewer } from './matrix-subjects';
import { normalised } from './normalise';
import { listRoutes, loaderDeclaration, type RouteEntry } from './route-manifest';

const MEMBERS: readonly MemberKey[] = [...ROLES, 'lead'];
const roleOf = (key: MemberKey): Role => (key === 'lead' ? 'employee' : key);

const web = await openTestWeb();
const cookies = new Map<MemberKey, string>();
const tokens = new Map<MemberKey, string>();
const routes = (await listRoutes()).flatMap((route) => {
  const declared = loaderDeclaration(route);
  if (route.isFrame || !declared || !('permission' in declared)) return [];
  return [{ route, permission: declared.permission, api: route.address.startsWith('/api/') }];
});

beforeAll(async () => {
  for (const key of MEMBERS) cookies.set(key, await web.signInAs(key));
  for (const role of ROLES) {
    const teamScope = role === 'director' ? [web.a.teams.north] : [];
    tokens.set(role, await web.token(role, { teamScope }));
  }
});

/** Filled in with the slug and the subject's parameters. */
function pathOf(route: RouteEntry, slug: string, { params, query }: Subject): string {
  const filled = route.address.replace(/:(\w+)/g, (_, name: string) =>
    name === 'org' ? slug : (params[name] ?? '').replaceAll('/', '%2F'),
  );
  return `${filled}${query}`;
}

const asMember = (path: string, key: MemberKey) => web.send(path, { cookie: cookies.get(key) ?? '' });
const asToken = (path: string, key: MemberKey) => web.send(path, { token: tokens.get(key) ?? '' });
const expected = (viewer: Viewer, subject: Subject): number =>
  viewer.reach === 'none' ? 403 : subject.status(viewer);

interface Deviation {
  readonly who: string;
  readonly path: string;
  readonly wanted: number;
  readonly got: number;
}

const tally = { requests: 0, pairs: 0 };
const check = async (
  who: string,
  path: string,
  { wanted, answer }: { wanted: number; answer: Promise<Answer> },
) => {
  tally.requests += 1;
  const { status } = await answer;
  return status === wanted ? [] : [{ who, path, wanted, got: status } satisfies Deviation];
};

describe('role matrix (security.md proof 2)', () => {
  it('pages: exact status for every role, page and subject, with script and without', async () => {
    const deviations: Deviation[] = [];
    const pages = routes.filter(({ api }) => !api);
    for (const { route, permission } of pages) {
      for (const subject of subjectsOf(route.address, web)) {
        const path = pathOf(route, web.a.slug, subject);
        const abroad = pathOf(route, web.b.slug, subject);
        const nowhere = pathOf(route, 'no-such-organization', subject);
        const anonymous = web.send(path);
        deviations.push(...(await check('nobody', path, { wanted: 302, answer: anonymous })));
        for (const key of MEMBERS) {
          const viewer = { key, reach: reachOf(roleOf(key), permission), isToken: false };
          const wanted = expected(viewer, subject);
          deviations.push(...(await check(key, path, { wanted, answer: asMember(path, key) })));
          const data = path.replace(/(\?|$)/, '.data$1');
          const single = wanted === 302 ? 202 : wanted;
          deviations.push(...(await check(key, data, { wanted: single, answer: asMember(data, key) })));
          for (const foreign of [abroad, nowhere]) {
            deviations.push(...(await check(key, foreign, { wanted: 404, answer: asMember(foreign, key) })));
          }
        }
      }
    }
    console.info(
      `role matrix, pages: ${pages.length} pages, ${tally.requests} requests, ${deviations.length} deviations`,
      ...deviations.slice(0, 20),
    );
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(deviations).toEqual([]);
  }, 600_000);

  it('API: exact status for every role, resource and subject', async () => {
    const deviations: Deviation[] = [];
    const resources = routes.filter(({ api }) => api);
    const before = tally.requests;
    for (const { route, permission } of resources) {
      for (const subject of subjectsOf(route.address, web)) {
        const path = pathOf(route, '', subject);
        deviations.push(...(await check('nobody', path, { wanted: 401, answer: web.send(path) })));
        for (const role of ROLES) {
          const viewer = { key: role, reach: reachOf(role, permission), isToken: true };
          const wanted = expected(viewer, subject);
          deviations.push(...(await check(role, path, { wanted, answer: asToken(path, role) })));
        }
      }
    }
    console.info(
      `role matrix, API: ${resources.length} resources, ${tally.requests - before} requests, ${deviations.length} deviations`,
      ...deviations.slice(0, 20),
    );
    expect(resources.length).toBeGreaterThanOrEqual(6);
    expect(deviations).toEqual([]);
  }, 300_000);

  it('another tenant and nothing at all: the same 404, to the byte', async () => {
    let pairs = 0;
    for (const { route, permission, api } of routes) {
      const subjects = subjectsOf(route.address, web);
      const ask = async (key: MemberKey, subject: Subject) => {
        const path = pathOf(route, web.a.slug, subject);
        return normalised(await (api ? asToken(path, key) : asMember(path, key)), [subject.asked]);
      };
      for (const key of api ? ROLES : MEMBERS) {
        if (reachOf(roleOf(key), permission) === 'none') continue;
        for (const foreign of subjects.filter(({ kind }) => kind === 'other tenant')) {
          const absent = subjects.find(
            ({ kind, query, params }) => kind === 'absent' && shapeOf({ query, params }) === shapeOf(foreign),
          );
          if (!absent) throw new Error(`no absent subject beside ${foreign.asked} of ${route.address}`);
          expect(await ask(key, foreign)).toBe(await ask(key, absent));
          pairs += 1;
        }
      }
    }
    console.info(`role matrix: ${pairs} pairs of 404 compared`);
    expect(pairs).toBeGreaterThanOrEqual(30);
  }, 60_000);

  it("another organization's address and one that does not exist: the same 404, to the byte", async () => {
    for (const path of ['', '/heatmap', `/people/${web.b.person(3).employeeId}`, '/heatmap.data']) {
      const [abroad, nowhere] = [web.b.slug, `org-${randomUUID()}`];
      const asked = [abroad, nowhere];
      const [first, second] = [
        await asMember(`/o/${abroad}${path}`, 'hr_partner'),
        await asMember(`/o/${nowhere}${path}`, 'hr_partner'),
      ];
      expect(first.status).toBe(404);
      expect(normalised(first, asked)).toBe(normalised(second, asked));
    }
  });
});

/** Two subjects differ only in what is asked for when their shapes are the same. */
function shapeOf({ query, params }: Pick<Subject, 'query' | 'params'>): string {
  const kind = Object.values(params).some((value) => value.startsWith('externalId:')) ? 'externalId' : 'id';
  return `${kind} ${Object.keys(params).join()} ${query.replace(/(parent|subject)=[^&]*/, '$1')}`;
}

describe('routes of no organization', () => {
  it.each([
    ['/', 302, 302],
    ['/login', 200, 200],
    ['/logout', 302, 302],
    ['/theme', 302, 302],
    ['/o', 302, 302],
    ['/nothing/here', 404, 404],
    ['/api/v1/openapi.json', 200, 200],
    ['/api/v1/nothing', 404, 404],
  ])('%s: %d for nobody, %d for a member', async (path, nobody, member) => {
    expect((await web.send(path)).status).toBe(nobody);
    expect((await asMember(path, 'employee')).status).toBe(member);
  });
});

describe('red control', () => {
  it('a role that gained or lost a reach is a deviation', async () => {
    const path = `/o/${web.a.slug}/heatmap`;
    const wrong = [];
    for (const key of MEMBERS) {
      const planted: Reach = PERMISSIONS['heatmap:read'][roleOf(key)] === 'none' ? 'all' : 'none';
      const wanted = planted === 'none' ? 403 : 200;
      wrong.push(...(await check(key, path, { wanted, answer: asMember(path, key) })));
    }
    expect(wrong).toHaveLength(MEMBERS.length);
  });
});
