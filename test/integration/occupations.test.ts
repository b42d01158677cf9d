import { createHash } from 'node:crypto';
import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import type { FrameworkDocument } from '~/modules/frameworks/domain/document';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { describedOccupationSchema } from '~/modules/frameworks/queries/describe-occupation';
import { frameworkSchema } from '~/modules/frameworks/queries/framework-schemas';
import { occupationListSchema } from '~/modules/occupations/domain/api-schemas';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import * as listRoute from '~/routes/api.v1.occupations._index/route';
import * as describeRoute from '~/routes/api.v1.occupations.$soc._index/route';
import * as exportRoute from '~/routes/api.v1.occupations.$soc.export/route';
import * as frameworkRoute from '~/routes/api.v1.occupations.$soc.frameworks.$instrument/route';

const SOC = '33-9032.00';
const JSON_TEXT = fixtureText(LER_FIXTURE);
const OWN_TEXT = JSON_TEXT.replace('names, times and plates', 'what our house wants to know').replace(
  '"title":"Security Guards"',
  '"title":"House Guards"',
);

let db: TestDatabase;
let a: string;
let b: string;
let tokenA: string;
let tokenB: string;

const fileOf = (name: string) => ({ name, checksum: createHash('sha256').update(name).digest('hex') });
const share = (document: FrameworkDocument, name: string) =>
  importSharedFramework(db.system, document, fileOf(name));

beforeAll(async () => {
  db = await openTestDatabase();
  [a, b] = [(await db.newOrganization()).organizationId, (await db.newOrganization()).organizationId];
  const token = { name: 'test', role: 'employee', teamScope: [], days: 1 } as const;
  tokenA = await createApiToken(db.database, { ...token, organizationId: a });
  tokenB = await createApiToken(db.database, { ...token, organizationId: b });
  await withSystem(db.system, ({ tx }) =>
    tx
      .insertInto('occupations')
      .values([
        { soc: '11-3013.00', title: 'Facilities Managers' },
        { soc: '11-3013.01', title: 'Security Managers' },
        { soc: '33-9093.00', title: '100%_Screeners \\ Transportation Security' },
      ])
      .execute(),
  );
  await share(parseExchangeText(fixtureText(EXCHANGE_FIXTURE), 'page.txt'), 'page.txt');
  await share(parseLerJson(JSON_TEXT, 'ler.json'), 'ler.json');
  await db.tenant(a, (ctx) =>
    importFramework({ scope: 'own', ctx }, parseLerJson(OWN_TEXT, 'own.json'), fileOf('own.json')),
  );
});

interface Call {
  readonly token?: string;
  readonly search?: string;
  readonly params?: Record<string, string>;
}

/** Runs the loader of an API resource as the server does. */
async function get(
  { loader }: { readonly loader: (args: LoaderFunctionArgs) => Promise<Response> },
  { token = tokenB, search = '', params = {} }: Call = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const request = new Request(`http://cadre.test/api/v1/occupations${search}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const given = { database: db.database, logger: silent, requestId: 'r', letInto: () => {} };
  const context = given as unknown as AppLoadContext;
  const response = await loader({ request, params, context } as LoaderFunctionArgs);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
}

describe('GET /api/v1/occupations', () => {
  const titles = async (search: string, token = tokenB) =>
    occupationListSchema
      .parse((await get(listRoute, { search, token })).body)
      .items.map(({ title }) => title);

  it('finds by code, by its beginning and by words of the title', async () => {
    expect(await titles('?query=11-3013.01')).toEqual(['Security Managers']);
    expect(await titles('?query=113013')).toEqual(['Facilities Managers', 'Security Managers']);
    expect(await titles('?query=SECURITY+mana')).toEqual(['Security Managers']);
    expect(await titles('?query=astronaut')).toEqual([]);
  });

  it('passes over signs, of patterns and of SQL too', async () => {
    expect(await titles('?query=100%25')).toEqual(['100%_Screeners \\ Transportation Security']);
    expect(await titles('?query=%25_screen')).toEqual(['100%_Screeners \\ Transportation Security']);
    expect(await titles('?query=%5C')).toEqual([]);
    expect(await titles('?query=y_M')).toEqual([]);
    expect(await titles(`?query=${encodeURIComponent("' or x=x --")}`)).toEqual([]);
  });

  it('pages with a link to the next page', async () => {
    const first = await get(listRoute, { search: '?limit=3' });
    expect(occupationListSchema.parse(first.body).items).toHaveLength(3);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await get(listRoute, { search: new URL(next, 'http://cadre.test').search });
    expect(occupationListSchema.parse(second.body).items.map(({ soc }) => soc)).toEqual(['33-9093.00']);
    expect(second.headers.get('link')).toBeNull();
  });

  it("shows an organization's own occupation in place of the shared one, to that organization", async () => {
    expect(await titles('?query=33-9032', tokenA)).toEqual(['House Guards']);
    expect(await titles('?query=33-9032', tokenB)).toEqual(['Security Guards']);
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=1001', 'limit'],
    ['?limit=ten', 'limit'],
    ['?cursor=x', 'cursor'],
    ['?query=%00', 'query'],
    ['?query=a&query=b', 'query'],
    [`?query=${'a'.repeat(201)}`, 'query'],
  ])('refuses %s and says which', async (search, pointer) => {
    const { status, body } = await get(listRoute, { search });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ pointer, detail: expect.any(String) }] });
  });

  it('refuses an unknown name and a missing token', async () => {
    expect((await get(listRoute, { search: '?page=2' })).status).toBe(422);
    expect((await get(listRoute, { token: 'none' })).status).toBe(401);
  });
});

describe('GET /api/v1/occupations/:soc', () => {
  it('describes the occupation in the fixed shape', async () => {
    const { status, body } = await get(describeRoute, { params: { soc: SOC } });
    expect(status).toBe(200);
    const occupation = describedOccupationSchema.parse(body);
    expect(occupation).toMatchObject({
      soc: SOC,
      title: 'Security Guards',
      jobZone: 2,
      jobZoneInferred: false,
      group: 'Protective Service',
      sector: '56',
      rapids: [],
      cip: ['43.0109', '01.0000', '43.0302'],
      related: [],
      standards: [],
    });
    expect(occupation.titles[0]).toEqual({ title: 'Gate Guard', kind: 'alternate' });
    expect(Object.entries(occupation.attributes).map(([name, items]) => [name, items.length])).toEqual([
      ['skills', 4],
      ['knowledge', 3],
      ['abilities', 3],
      ['workStyles', 2],
      ['technology', 3],
      ['tools', 0],
      ['tasks', 3],
    ]);
    expect(occupation.frameworks).toEqual([
      { instrument: 'durable', version: 'v.26.04', statements: 41, own: false },
      { instrument: 'ai_use', version: 'v.26.04', statements: 11, own: false },
      { instrument: 'mastery', version: 'v.26.04', statements: 12, own: false },
    ]);
    expect(occupation.evidence).toContainEqual({
      source: 'aei',
      release: 'release_2026_03_24',
      measure: 'augment_share',
      value: 61.5,
      unit: '%',
      n: 1204,
    });
    expect(occupation.evidence).toContainEqual(
      expect.objectContaining({ measure: 'score', precision: 'category_estimate' }),
    );
    expect(occupation.sources.map(({ name }) => name)).toContain('National Skills Exchange');
  });

  it('takes what the own row does not say from the shared one', async () => {
    const { body } = await get(describeRoute, { token: tokenA, params: { soc: SOC } });
    const occupation = describedOccupationSchema.parse(body);
    expect(occupation).toMatchObject({ title: 'House Guards', jobZone: 2 });
    expect(occupation.evidence).toHaveLength(8);
    expect(occupation.frameworks.filter(({ instrument }) => instrument === 'mastery')).toEqual([
      { instrument: 'mastery', version: 'v.26.04', statements: 12, own: true },
      { instrument: 'mastery', version: 'v.26.04', statements: 12, own: false },
    ]);
  });

  it.each(['99-9999.99', '33-9032', '\u0000', 'x'.repeat(5_000), '..'])('is 404 for %j', async (soc) => {
    expect((await get(describeRoute, { params: { soc } })).status).toBe(404);
    expect((await get(exportRoute, { params: { soc }, search: '?format=ler' })).status).toBe(404);
    expect((await get(frameworkRoute, { params: { soc, instrument: 'mastery' } })).status).toBe(404);
  });
});

describe('GET /api/v1/occupations/:soc/frameworks/:instrument', () => {
  const framework = async (instrument: string, call: Call = {}) =>
    get(frameworkRoute, { ...call, params: { soc: SOC, instrument } });

  it('gives every statement on its level, dimension and citations', async () => {
    const { levels } = frameworkSchema.parse((await framework('durable')).body);
    expect(levels.map(({ rank, label }) => [rank, label])).toEqual([
      [1, 'Emerging'],
      [2, 'Developing'],
      [3, 'Applying'],
      [4, 'Exceeding'],
    ]);
    expect(levels[0]?.statements[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      dimension: 'communication',
      position: 1,
      label: 'Radio words',
      behaviour: 'says place, matter and wish in one breath on the radio',
      split: 'source',
      citations: [
        { source: 'pathsmith', title: expect.stringContaining('Durable Skills') },
        { source: 'onet', title: expect.stringContaining('v30.2') },
      ],
    });
    expect(levels.flatMap(({ statements }) => statements)).toHaveLength(41);
  });

  it('gives mastery without dimensions and with captions', async () => {
    const { levels } = frameworkSchema.parse((await framework('mastery')).body);
    expect(levels[0]).toMatchObject({ key: 'emerging', caption: 'Entry / Apprentice' });
    expect(levels[0]?.statements[0]).not.toHaveProperty('dimension');
  });

  it('takes the version that is asked for, and is 404 for another', async () => {
    expect((await framework('mastery', { search: '?version=v.26.04' })).status).toBe(200);
    expect((await framework('mastery', { search: '?version=v.27.01' })).status).toBe(404);
    expect((await framework('talent')).status).toBe(404);
    expect((await framework('mastery', { search: '?versoin=1' })).status).toBe(422);
  });

  it("shows an organization's own statements to no other", async () => {
    const own = JSON.stringify((await framework('mastery', { token: tokenA })).body);
    const shared = JSON.stringify((await framework('mastery', { token: tokenB })).body);
    expect(own).toContain('what our house wants');
    expect(shared).not.toContain('what our house wants');
  });
});

describe('GET /api/v1/occupations/:soc/export', () => {
  it('gives the document back deep-equal, own before shared', async () => {
    const call = { params: { soc: SOC }, search: '?format=ler' };
    expect((await get(exportRoute, { ...call, token: tokenA })).body).toEqual(JSON.parse(OWN_TEXT));
    expect((await get(exportRoute, { ...call, token: tokenB })).body).toEqual(JSON.parse(JSON_TEXT));
    expect((await get(exportRoute, { params: { soc: SOC }, search: '?format=pdf' })).status).toBe(422);
    expect((await get(exportRoute, { params: { soc: SOC } })).status).toBe(422);
  });
});
