import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixtureInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestWeb } from '#test/setup/web';
import { declarationOf } from '~/http/declaration';
import { listRoutes } from './route-manifest';

const web = await openTestWeb();
const { a, b } = web;
await takeSource(web.db, fixtureInput('standard.txt'));
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const tokens = { hr: await web.token('hr_partner') };
const get = async (path: string, token = tokens.hr) => {
  const answer = await web.send(`/api/v1${path}`, { token });
  return { ...answer, json: answer.body ? JSON.parse(answer.body) : null };
};

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema: object }> }>>;
}
const description = (await get('/openapi.json')).json;
const documented = Object.entries(description.paths as Record<string, Record<string, Operation>>).flatMap(
  ([address, item]) => Object.entries(item).map(([method, operation]) => ({ address, method, operation })),
);
const operations = documented.filter(({ method }) => method === 'get');
/** A value for each path parameter that is there. */
const VALUES: Readonly<Record<string, string>> = {
  employee: a.person(3).employeeId,
  soc: '33-9032.00',
  instrument: 'mastery',
  id: a.operationId,
  urn: 'TSTDK12',
};
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/why': [`?figure=heatmap:team:${a.teams.north}:leadership:mean`],
  '/heatmap': ['', '?rows=person&limit=5', `?parent=${a.teams.top}`, '?rows=team&limit=1000'],
  '/heatmap/comparison': [`?a=${a.teams.north}&b=${a.teams.south}`],
  '/occupations': ['', '?query=security', '?query=33-&limit=1'],
  '/occupations/{soc}/export': ['?format=ler'],
  '/occupations/{soc}/frameworks/{instrument}/compare': ['?from=v.26.04&to=v.26.04'],
};
/** The id of one record of each kind. */
const IDS: Readonly<Record<string, string>> = {
  '/employees/{id}': a.person(3).employeeId,
  '/teams/{id}': a.teams.north,
  '/sites/{id}': a.siteId,
  '/positions/{id}': a.positionId,
  '/positions/{id}/profile': a.positionId,
  '/positions/{id}/pool': a.positionId,
  '/requirements/{id}': a.requirementId,
  '/targets/{id}': '33-9032.00:2:leadership',
  '/imports/{id}': a.importId,
};
const filled = (address: string) =>
  address
    .replace('{id}', IDS[address] ?? '{id}')
    .replace(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? 'unknown');
const schemaOf = (operation: Operation, status: string) => {
  const [content] = Object.values(operation.responses[status]?.content ?? {});
  const schema = { ...(content?.schema ?? {}), components: description.components };
  return z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));
};

describe('every documented resource', () => {
  it.each(operations)('$address answers what its own schema says', async ({ address, operation }) => {
    for (const query of QUERIES[address] ?? ['']) {
      const { status, json } = await get(`${filled(address)}${query}`);
      expect([query, status]).toEqual([query, 200]);
      const read = schemaOf(operation, '200').safeParse(json);
      expect(read.success ? [] : read.error.issues).toEqual([]);
    }
  });

  it.each(operations)(
    '$address refuses as problem details: no token, unknown query names',
    async ({ address, operation }) => {
      const { Problem } = description.components.schemas;
      const problem = z.fromJSONSchema(JSON.parse(JSON.stringify(Problem)));
      const anonymous = await web.send(`/api/v1${filled(address)}`);
      expect(anonymous.status).toBe(401);
      expect(anonymous.headers['content-type']).toContain('application/problem+json');
      expect(problem.safeParse(JSON.parse(anonymous.body)).success).toBe(true);
      const known = operation.parameters.filter((one) => one.in === 'query').map((one) => one.name);
      expect(known).not.toContain('colour');
      const [query] = QUERIES[address] ?? [''];
      const { status, json } = await get(`${filled(address)}${query}${query ? '&' : '?'}colour=red`);
      expect([address, status, json?.errors?.[0]?.pointer]).toEqual([address, 422, 'colour']);
      expect(problem.safeParse(json).success).toBe(true);
    },
  );

  it('is routed, and every resource that is routed is documented', async () => {
    const routed = (await listRoutes())
      .filter(({ address, handlers }) => address.startsWith('/api/v1/') && handlers.loader)
      .map(({ address }) => address.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}'))
      .filter((address) => address !== '/*' && address !== '/openapi.json');
    expect(operations.map(({ address }) => address).sort()).toEqual(routed.sort());
  });

  it('is documented with the method and the body of its action', async () => {
    const routed = (await listRoutes()).flatMap(({ address, handlers }) => {
      const declared = declarationOf(handlers.action);
      if (!address.startsWith('/api/v1/') || !declared || !('permission' in declared)) return [];
      return [`${declared.method} ${address.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`];
    });
    const actions = documented.filter(({ method }) => method !== 'get');
    expect(actions.map(({ method, address }) => `${method.toUpperCase()} ${address}`).sort()).toEqual(
      routed.sort(),
    );
    const bodiless = actions.filter(({ method, operation }) => method !== 'delete' && !operation.requestBody);
    expect(bodiless).toEqual([]);
  });
});

describe('me', () => {
  it('says for whom the token acts, and nothing of itself', async () => {
    const token = await web.token('director', { teamScope: [a.teams.north] });
    const { organizationId: id, slug, name } = a;
    expect((await get('/me', token)).json).toEqual({
      organization: { id, slug, name },
      role: 'director',
      teamScope: [a.teams.north],
    });
  });
});

describe('tokens', () => {
  const set = (column: string, token: string) => admin`
    update auth.api_tokens set ${admin({ [column]: new Date(Date.now() - 1_000) })}
     where token_hash = encode(sha256(convert_to(${token}, 'UTF8')), 'hex')`;

  it.each(['expires_at', 'revoked_at'])('are dead on the next request after %s', async (column) => {
    const token = await web.token('hr_partner');
    expect((await get('/me', token)).status).toBe(200);
    await set(column, token);
    for (const path of ['/me', '/heatmap', `/profiles/${a.person(3).employeeId}`]) {
      expect((await get(path, token)).status).toBe(401);
    }
  });

  it('are stored as a hash alone, and what is stored opens nothing', async () => {
    const token = await web.token('hr_partner');
    const rows = await admin<{ row: string; hash: string }[]>`
      select t::text as row, token_hash as hash from auth.api_tokens t`;
    for (const { row, hash } of rows) {
      expect(row).not.toContain(token);
      expect((await get('/me', hash)).status).toBe(401);
    }
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic eDp5', 'bearer x', 'Bearer a b', `Bearer ${'x'.repeat(5_000)}`])(
    'are not %j',
    async (Authorization) =>
      expect((await web.send('/api/v1/me', { headers: { Authorization } })).status).toBe(401),
  );

  it('go with their organization only', async () => {
    const token = await web.token('hr_partner', { of: b });
    expect((await get(`/profiles/${a.person(3).employeeId}`, token)).status).toBe(404);
    const all = await get('/heatmap?rows=person&limit=1000', token);
    expect(all.body).toContain(b.canary);
    expect(all.body).not.toContain(a.canary);
  });
});

describe('other methods', () => {
  const addresses = [...operations.map(({ address }) => address), '/openapi.json', '/nothing'];
  const writes = (address: string) =>
    documented.filter((one) => one.address === address).map(({ method }) => method.toUpperCase());

  it.each(addresses)('%s: HEAD is GET without a body; undeclared writing is 405 or 404', async (address) => {
    const path = filled(address);
    const query = path.endsWith('/export') ? '?format=ler' : '';
    const url = `/api/v1${path}${query}`;
    const head = await web.send(url, { method: 'HEAD', token: tokens.hr });
    const full = await web.send(url, { token: tokens.hr });
    expect([head.status, head.body]).toEqual([full.status, '']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE']) {
      if (writes(address).includes(method)) continue;
      const { status } = await web.send(url, { method, token: tokens.hr });
      const fine = method === 'OPTIONS' ? [204, 404] : [404, 405];
      expect([method, fine.includes(status) ? 'fine' : status]).toEqual([method, 'fine']);
    }
  });
});
