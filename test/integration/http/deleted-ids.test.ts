import { beforeAll, expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';
import { erasePerson } from '~/modules/capability/commands/erase-person';
import { type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import { addSite, removeSite } from '~/modules/people/commands/change-sites';
import { isUuid } from '~/shared/is-uuid';
import { type Subject, subjectsOf } from './matrix-subjects';
import { normalised } from './normalise';
import { listRoutes, loaderDeclaration, type RouteEntry } from './route-manifest';

const web = await openTestWeb();
const { a, db } = web;
/** Nobody reports to them, and they sign in nowhere. */
const LEAVER = a.person(21);

const routes = (await listRoutes()).flatMap((route) => {
  const declared = loaderDeclaration(route);
  if (route.isFrame || !declared || !('permission' in declared)) return [];
  return reachOf('hr_partner', declared.permission as Permission) === 'none' ? [] : [route];
});

const deleted: string[] = [];
let cookie: string;
let token: string;

beforeAll(async () => {
  [cookie, token] = [await web.signInAs('hr_partner'), await web.token('hr_partner')];
  expect((await web.send(`/api/v1/employees/${LEAVER.employeeId}`, { token })).status).toBe(200);
  const siteId = await db.tenant(a.organizationId, async (ctx) => {
    const site = await addSite(ctx, { name: 'Quay that closed' });
    await removeSite(ctx, site);
    await erasePerson(ctx, { employeeId: LEAVER.employeeId, userId: null }, crypto.randomUUID());
    return site;
  });
  deleted.push(LEAVER.employeeId, siteId);
});

/** What is asked for with another id in its place. */
function withId(subject: Subject, id: string): Subject {
  const put = (text: string) =>
    text.replaceAll(subject.asked, id).replaceAll(encodeURIComponent(subject.asked), id);
  const params = Object.fromEntries(
    Object.entries(subject.params).map(([name, value]) => [name, put(value)]),
  );
  return { ...subject, params, query: put(subject.query), asked: put(subject.asked) };
}

async function answerTo(route: RouteEntry, { params, query, asked }: Subject): Promise<string> {
  const path = route.address.replace(/:(\w+)/g, (_, name: string) =>
    name === 'org' ? a.slug : (params[name] ?? '').replaceAll('/', '%2F'),
  );
  const sent = route.address.startsWith('/api/') ? { token } : { cookie };
  return normalised(await web.send(`${path}${query}`, sent), [asked]);
}

it('an id that was deleted is answered as one that never was, to the byte, on every page and resource', async () => {
  let pairs = 0;
  for (const route of routes) {
    const absent = subjectsOf(route.address, web).filter(
      ({ kind, asked }) => kind === 'absent' && isUuid(asked.replace(/^\w+:/, '')),
    );
    for (const subject of absent) {
      const never = await answerTo(route, subject);
      for (const id of deleted) {
        const gone = withId(subject, subject.asked.replace(/[0-9a-f-]{36}$/, id));
        expect([route.address, await answerTo(route, gone)]).toEqual([route.address, never]);
        pairs += 1;
      }
    }
  }
  console.info(`proof 2: ${pairs} answers to deleted ids compared with those to ids that never were`);
  expect(pairs).toBeGreaterThanOrEqual(60);
}, 120_000);

it('an external id of somebody who was erased is nobody, and free again', async () => {
  const asked = `/api/v1/employees/externalId:${LEAVER.externalId}`;
  expect((await web.send(asked, { token })).status).toBe(404);
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({
    externalId: LEAVER.externalId,
    name: 'Somebody Else',
    title: 'Guard',
    teamId: a.teams.south,
  });
  const added = await web.send('/api/v1/employees', { method: 'POST', token, headers, body });
  expect(added.status).toBe(201);
});
