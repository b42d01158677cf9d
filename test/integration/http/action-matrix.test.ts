import { describe, expect, it } from 'vitest';
import type { MemberKey } from '#test/factories/canary-organization';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { declarationOf } from '~/http/declaration';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { ROLES, type Role } from '~/modules/organizations/domain/role';
import { subjectsOf } from './matrix-subjects';
import { listRoutes } from './route-manifest';

const web = await openTestWeb();
const MEMBERS: readonly MemberKey[] = [...ROLES, 'lead'];
const roleOf = (key: MemberKey): Role => (key === 'lead' ? 'employee' : key);

const isApi = ({ address }: { readonly address: string }) => address.startsWith('/api/v1/');

/** Actions, with the parameters of the first subject of the page; of the API with those of nothing, which changes nothing. */
const declaredActions = (await listRoutes()).flatMap(({ id, address, handlers }) => {
  const declared = declarationOf(handlers.action);
  if (!declared || !('permission' in declared)) return [];
  const subjects = subjectsOf(address, web);
  const absent = isApi({ address }) ? subjects.find(({ kind }) => kind === 'absent') : undefined;
  const subject = absent ?? subjects[0];
  const pathIn = (slug: string) =>
    address.replace(/:(\w+)/g, (_, name: string) => (name === 'org' ? slug : (subject?.params[name] ?? 'x')));
  // As Remix addresses the action of a page that has others beneath it.
  const query = id.endsWith('._index') ? '?index' : '';
  const { permission, method = 'POST' } = declared;
  /** Nobody's, or not this member's: the page says 404 too. */
  const isHidden = (key: MemberKey) =>
    subject?.kind === 'absent' ||
    subject?.status({ key, reach: reachOf(roleOf(key), permission), isToken: false }) === 404;
  return [{ address, query, permission, method, pathIn, isHidden }];
});
/** Of an organization's pages, and of the API. */
const actions = declaredActions.filter((one) => !isApi(one));
const apiActions = declaredActions.filter(isApi);
/** The form lacks everything: who is allowed is told so, and nothing changes. */
const post = (path: string, cookie = '') => web.send(path, { ...form(web.origin, {}), cookie });
const ALLOWED = [200, 400, 409, 422];
const API_ALLOWED = [200, 202, 204, 404, 409, 415, 422];
/** What needs a person: refused to every token. */
const PEOPLE_ALONE = ['/api/v1/mappings'];

describe('role matrix of actions (security.md proof 2)', () => {
  it('lets in whose role reaches the permission, in the own organization alone', async () => {
    const wrong: unknown[] = [];
    let requests = 0;
    const check = async (
      who: string,
      path: string,
      { wanted, cookie = '' }: { wanted: readonly number[]; cookie?: string },
    ) => {
      requests += 1;
      const { status } = await post(path, cookie);
      if (!wanted.includes(status)) wrong.push({ who, path, wanted, status });
    };
    for (const key of MEMBERS) {
      const cookie = await web.signInAs(key);
      for (const { permission, pathIn: bare, query, isHidden } of actions) {
        const pathIn = (slug: string, ending = '') => `${bare(slug)}${ending}${query}`;
        const reached = reachOf(roleOf(key), permission) !== 'none';
        const allowed = isHidden(key) ? [...ALLOWED, 404] : ALLOWED;
        await check(key, pathIn(web.a.slug), { wanted: reached ? allowed : [403], cookie });
        await check(key, pathIn(web.a.slug, '.data'), { wanted: reached ? allowed : [403], cookie });
        await check(key, pathIn(web.b.slug), { wanted: [404], cookie });
        await check(key, pathIn('no-such-organization'), { wanted: [404], cookie });
      }
    }
    for (const { pathIn, query } of actions)
      await check('nobody', `${pathIn(web.a.slug)}${query}`, { wanted: [302] });
    console.info(
      `role matrix, actions: ${actions.length} actions, ${requests} requests, ${wrong.length} deviations`,
    );
    expect(actions.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  }, 300_000);

  it('API: lets in the token whose role reaches the permission, nobody without one, and no cookie', async () => {
    const wrong: unknown[] = [];
    const cookie = await web.signInAs('owner');
    const sent = {
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: '{}',
    };
    for (const { address, permission, method, pathIn } of apiActions) {
      const path = pathIn(web.a.slug);
      for (const role of ROLES) {
        const { status } = await web.send(path, { ...sent, method, token: await web.token(role) });
        const isRefused = reachOf(role, permission) === 'none' || PEOPLE_ALONE.includes(address);
        const wanted = isRefused ? [403] : API_ALLOWED;
        if (!wanted.includes(status)) wrong.push({ role, method, path, wanted, status });
      }
      for (const more of [{}, { cookie }, { token: 'x'.repeat(40) }]) {
        const { status } = await web.send(path, { ...sent, ...more, method });
        if (status !== 401) wrong.push({ ...more, method, path, status });
      }
    }
    console.info(`role matrix, API actions: ${apiActions.length} actions, ${wrong.length} deviations`);
    expect(apiActions.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  }, 300_000);
});
