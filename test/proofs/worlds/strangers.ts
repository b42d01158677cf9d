import type { MemberKey } from '#test/factories/canary-organization';
import { type Subject, subjectsOf } from '#test/integration/http/matrix-subjects';
import { listRoutes, loaderDeclaration } from '#test/integration/http/route-manifest';
import { form, type Sent } from '#test/setup/http-client';
import type { TestWeb } from '#test/setup/web';
import { declarationOf } from '~/http/declaration';
import { type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import { ROLES, type Role } from '~/modules/organizations/domain/role';
import { pathOf } from './requests';

/** Every subject of the role matrix, or those alone that name something of the other organization. */
type Which = 'every subject' | 'ids of the other';

interface Deviation {
  readonly who: MemberKey;
  readonly path: string;
  readonly wanted: readonly number[];
  readonly got: number;
}

interface Walk {
  readonly requests: number;
  readonly wrong: readonly Deviation[];
}

interface Request {
  readonly who: MemberKey;
  readonly path: string;
  readonly wanted: readonly number[];
  readonly sent: Sent;
}

const MEMBERS: readonly MemberKey[] = [...ROLES, 'lead'];
const roleOf = (key: MemberKey): Role => (key === 'lead' ? 'employee' : key);
/** Requests in flight. */
const AT_ONCE = 4;
const IS_API = /^\/api\//;
/** What a form or body that lacks everything is told by whoever may write: never that it was done for the other. */
const NOT_DONE = [200, 400, 404, 409, 415, 422];

/**
 * All members and tokens of organization a of this web application, who ask its pages and resources, and those of
 * organization b by its address and its ids. `web.b` is whom they are strangers to.
 */
export async function strangersOf(web: TestWeb) {
  const pass = await signInAll(web);
  const routes = await listRoutes();
  const reading = routes.flatMap((route) => {
    const declared = route.isFrame ? undefined : loaderDeclaration(route);
    return declared && 'permission' in declared ? [{ ...route, permission: declared.permission }] : [];
  });
  const writing = routes.flatMap((route) => {
    const declared = declarationOf(route.handlers.action);
    if (!declared || !('permission' in declared)) return [];
    const { permission, method = 'POST' } = declared;
    return [{ ...route, permission, method }];
  });
  const pages = reading.filter(({ address }) => !IS_API.test(address)).length;
  return {
    /** How much there is, in words. */
    places: `${pages} pages, ${reading.length - pages} resources, ${writing.length} actions, ${MEMBERS.length} kinds of members`,
    async read(which: Which): Promise<Walk> {
      const walk = { requests: 0, wrong: [] as Deviation[] };
      for (const { address, permission } of reading) {
        const requests = readsOf(web, { address, permission, which });
        await all(
          requests.map((one) => ({ ...one, sent: pass(one.who, address) })),
          web,
          walk,
        );
      }
      return walk;
    },
    async write(): Promise<Walk> {
      const walk = { requests: 0, wrong: [] as Deviation[] };
      for (const route of writing) {
        const body = IS_API.test(route.address)
          ? { method: route.method, headers: { 'Content-Type': 'application/json' }, body: '{}' }
          : form(web.origin, {});
        const requests = writesOf(web, route);
        await all(
          requests.map((one) => ({ ...one, sent: { ...body, ...pass(one.who, route.address) } })),
          web,
          walk,
        );
      }
      return walk;
    },
  };
}

async function signInAll(web: TestWeb) {
  const cookies = new Map<MemberKey, string>();
  const tokens = new Map<MemberKey, string>();
  for (const key of MEMBERS) cookies.set(key, await web.signInAs(key));
  for (const role of ROLES) {
    const teamScope = role === 'director' ? [web.a.teams.north] : [];
    tokens.set(role, await web.token(role, { teamScope }));
  }
  return (who: MemberKey, address: string): Sent =>
    IS_API.test(address) ? { token: tokens.get(who) ?? '' } : { cookie: cookies.get(who) ?? '' };
}

interface Reading {
  readonly address: string;
  readonly permission: Permission;
  readonly which: Which;
}

function readsOf(web: TestWeb, { address, permission, which }: Reading): Omit<Request, 'sent'>[] {
  const isApi = IS_API.test(address);
  const subjects = subjectsOf(address, web);
  const foreign = subjects.filter(({ kind }) => kind === 'other tenant');
  const abroad = foreign.length > 0 ? foreign : subjects.slice(0, 1);
  return (isApi ? ROLES : MEMBERS).flatMap((key) => {
    const viewer = { key, reach: reachOf(roleOf(key), permission), isToken: isApi };
    const home = (which === 'every subject' ? subjects : foreign).map((subject) => ({
      who: key,
      path: pathOf(address, web.a.slug, subject),
      wanted: [viewer.reach === 'none' ? 403 : subject.status(viewer)],
    }));
    const there = abroad.map((subject) => ({
      who: key,
      path: pathOf(address, web.b.slug, subject),
      wanted: [404],
    }));
    return isApi ? home : [...home, ...there];
  });
}

interface Writing {
  readonly id: string;
  readonly address: string;
  readonly permission: Permission;
}

/** With nothing in them: by the other's address, and by the own address with ids of the other. */
function writesOf(web: TestWeb, { id, address, permission }: Writing): Omit<Request, 'sent'>[] {
  const isApi = IS_API.test(address);
  const subjects = subjectsOf(address, web);
  const foreign = subjects.find(({ kind }) => kind === 'other tenant');
  const at = (slug: string, { params }: Pick<Subject, 'params'>) =>
    pathOf(address, slug, { params, query: id.endsWith('._index') ? '?index' : '' });
  return (isApi ? ROLES : MEMBERS).flatMap((who) => {
    const isRefused = reachOf(roleOf(who), permission) === 'none';
    const wanted = isRefused ? [403] : [403, ...NOT_DONE];
    const home = foreign ? [{ who, path: at(web.a.slug, foreign), wanted }] : [];
    const there = { who, path: at(web.b.slug, foreign ?? subjects[0] ?? { params: {} }), wanted: [404] };
    return isApi ? home : [...home, there];
  });
}

/** Sends them a few at once and adds what became of them. */
async function all(
  requests: readonly Request[],
  web: TestWeb,
  walk: { requests: number; wrong: Deviation[] },
): Promise<void> {
  walk.requests += requests.length;
  const waiting = [...requests];
  const lane = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { who, path, wanted, sent } = one;
      const { status } = await web.send(path, sent);
      if (!wanted.includes(status)) walk.wrong.push({ who, path, wanted, got: status });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
