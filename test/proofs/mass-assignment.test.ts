import { describe, expect, it } from 'vitest';
import { subjectsOf } from '#test/integration/http/matrix-subjects';
import { membersScene } from '#test/integration/http/members-scene';
import { listRoutes } from '#test/integration/http/route-manifest';
import { proofCount } from '#test/isolation/loss/seeded-random';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { declarationOf } from '~/http/declaration';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { type Effect, effectOf, readRows } from './mass-assignment/database-rows';
import { EXTRA_KEYS, isMarked } from './mass-assignment/extra-keys';
import { type RightWrite, rightWrites } from './mass-assignment/right-writes';

/** Keys that are sent one by one; every day all of them are sent at once, and so many by themselves. */
const COUNT = Math.min(EXTRA_KEYS.length, proofCount(2));

const LIMIT_MS = 60_000 + COUNT * 10_000;

const web = await openTestWeb();
const scene = membersScene(web);
const { admin } = scene;
const writes = await rightWrites(web, scene);
const owner = await web.signInAs('owner');
const all = Object.fromEntries(EXTRA_KEYS.map(([name, value]) => [name, value]));

const actions = (await listRoutes()).flatMap(({ address, handlers }) => {
  const declared = declarationOf(handlers.action);
  if (!declared) return [];
  const subject = subjectOf(address);
  const path = address.replace(/:(\w+)/g, (_, name: string) =>
    name === 'org' ? web.a.slug : (subject[name] ?? 'x').replaceAll('/', '%2F'),
  );
  const method = 'method' in declared ? (declared.method ?? 'POST') : 'POST';
  const permission = 'permission' in declared ? declared.permission : 'session:read';
  const isApi = address.startsWith('/api/');
  return [{ address, path: path.replace('*', 'nothing'), method, permission, isApi }];
});

function subjectOf(address: string): Readonly<Record<string, string>> {
  try {
    return subjectsOf(address, web)[0]?.params ?? {};
  } catch {
    // An address outside an organization: its parameters are nobody's.
    return {};
  }
}

type Fields = Readonly<Record<string, string>>;

async function effectOfSending(
  path: string,
  cookie: string,
  fields: Fields,
): Promise<Effect & { status: number }> {
  const before = await readRows(admin);
  const { status } = await web.send(path, { ...form(web.origin, fields), cookie });
  return { status, ...effectOf(before, await readRows(admin)) };
}

const sent = ({ path, cookie, fields }: RightWrite, extra: Fields) =>
  effectOfSending(path, cookie, { ...extra, ...fields });

/** Faults of what came: a mark that was stored, or a row of the other organization. */
function faultsOf({ came, went }: Effect): string[] {
  return [...came, ...went].filter((row) => isMarked(row) || row.includes(web.b.organizationId));
}

/** A file is sent to the one; the other refuses every token. */
const OTHERWISE = ['/api/v1/imports', '/api/v1/mappings'];

describe('mass assignment (security.md proof 17)', () => {
  it.each(Object.keys(writes))(
    '%s does the same whatever else is sent, field by field',
    { timeout: LIMIT_MS },
    async (address) => {
      const prepare = writes[address];
      if (!prepare) throw new Error(`no write of ${address}`);
      const first = await prepare(0);
      const { status = 302 } = first;
      const plain = await sent(first, {});
      expect(plain.status).toBe(status);
      const ways: Fields[] = [all, ...EXTRA_KEYS.slice(0, COUNT).map(([name, value]) => ({ [name]: value }))];
      for (const [turn, extra] of ways.entries()) {
        const effect = await sent(await prepare(turn + 1), extra);
        expect([effect.status, faultsOf(effect)]).toEqual([status, []]);
        expect(effect.shape).toBe(plain.shape);
      }
      console.info(
        `proof 17: ${address}: ${ways.length} requests, ${EXTRA_KEYS.length} keys at once, ${COUNT} one by one, 0 failures`,
      );
    },
  );

  it(
    'every other page: a form of unknown names alone changes nothing',
    async () => {
      const others = actions.filter(({ isApi, address }) => !isApi && !(address in writes));
      const changed: unknown[] = [];
      for (const { path, address } of others) {
        for (const extra of [
          all,
          ...EXTRA_KEYS.slice(0, COUNT).map(([name, value]) => ({ [name]: value })),
        ]) {
          const effect = await effectOfSending(path, owner, extra);
          if (effect.status >= 500 || effect.came.length + effect.went.length > 0)
            changed.push({ address, extra, ...effect });
        }
      }
      console.info(`proof 17: ${others.length} other pages with an action, ${changed.length} failures`);
      expect(changed).toEqual([]);
    },
    2 * LIMIT_MS,
  );

  it('every resource of the API refuses each key, by its name', async () => {
    const tokens = { owner: await web.token('owner'), hr_partner: await web.token('hr_partner') };
    const wrong: unknown[] = [];
    const resources = actions.filter(
      ({ isApi, path }) => isApi && !path.endsWith('/nothing') && !OTHERWISE.includes(path),
    );
    for (const { path, method, permission } of resources) {
      const token = tokens[reachOf('owner', permission) === 'none' ? 'hr_partner' : 'owner'];
      for (const [name, value] of EXTRA_KEYS) {
        if (name === 'status' && path.startsWith('/api/v1/employees')) continue;
        const body = `{"titles":["Guard"],"${name}":${JSON.stringify(value)}}`;
        const headers = { 'Content-Type': 'application/json' };
        const { status, body: told } = await web.send(path, { method, token, headers, body });
        if (status !== 422 || !told.includes(`/${name}`)) wrong.push({ method, path, name, status });
      }
    }
    console.info(
      `proof 17: ${resources.length} resources x ${EXTRA_KEYS.length} keys, ${wrong.length} failures`,
    );
    expect(resources.length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });
});

describe('red control', () => {
  it('a key that is stored, and a row of another organization, are found', async () => {
    const before = await readRows(admin);
    await admin`update auth.organization_directory set name = 'massassigned' where organization_id = ${web.a.organizationId}`;
    const stored = effectOf(before, await readRows(admin));
    expect(faultsOf(stored)).not.toEqual([]);
    await admin`update auth.organization_directory set name = ${web.b.name} || ' again' where organization_id = ${web.b.organizationId}`;
    expect(faultsOf(effectOf(before, await readRows(admin))).join()).toContain(web.b.organizationId);
  });

  it('a form that gives another role has another shape', async () => {
    const prepare = writes['/o/:org/settings/members'];
    if (!prepare) throw new Error('no write of the members page');
    const plain = await sent(await prepare(900), {});
    const write = await prepare(901);
    const other = await sent({ ...write, fields: { ...write.fields, role: 'admin' } }, {});
    expect(other.shape).not.toBe(plain.shape);
  });
});
