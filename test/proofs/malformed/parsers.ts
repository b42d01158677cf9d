import { randomUUID } from 'node:crypto';
import { assessmentsCsv, employeesCsv, targetsCsv } from '#seeds/demo/csv';
import { planOrganization } from '#test/factories/canary-organization';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { bareGet } from '#test/setup/bare-get';
import type { TestWeb } from '#test/setup/web';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { readFrameworkDocument } from '~/modules/frameworks/domain/read-framework-document';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { strictTable } from '~/shared/loose-table';
import { readLooseTable } from '~/shared/read-loose-table';
import { brokenCsv } from './broken-csv';
import { brokenJson } from './broken-json';
import { brokenWorkbook } from './broken-workbook';
import { broken, HOSTILE, percentEncoded, pick } from './hostile-text';
import { type Verdict, verdictOf, verdictOfCall } from './verdict';

/** Gives one malformed input to a parser; the draws alone decide which. */
export type Offer = (random: SeededRandom) => Promise<Verdict>;

export interface Access {
  readonly cookie: string;
  readonly token: string;
}

/** Every parser that reads what came from outside, by its name. */
export function listParsers(web: TestWeb, access: Access): Readonly<Record<string, Offer>> {
  return {
    'JSON body': jsonBody(web, access),
    query: query(web, access),
    form: formBody(web, access),
    multipart: multipart(web, access),
    'CSV import': csvImport(web),
    workbook,
    'framework file': frameworkFile,
    cookie: cookieHeader(web, access),
    path: addressPath(web, access),
  };
}

function jsonBody(web: TestWeb, { token }: Access): Offer {
  return async (random) => {
    const type = random.chance(0.1)
      ? pick(random, ['text/plain', 'application/json; charset=latin1', ''])
      : '';
    const headers = { 'Content-Type': type || 'application/json' };
    const body = brokenJson(random);
    return verdictOf(await web.send('/api/v1/title-matches', { method: 'POST', headers, body, token }));
  };
}

const NAMES = [
  'rows',
  'parent',
  'limit',
  'cursor',
  'query',
  'format',
  'version',
  'asOf',
  'cell',
  'from',
  'to',
];

/** Longer addresses never reach a parser: Node answers 431 itself. */
const LONGEST_QUERY = 12_000;

function query(web: TestWeb, { cookie, token }: Access): Offer {
  const { slug } = web.a;
  const addresses = [
    ...['heatmap', 'occupations', 'profiles', 'standards', 'me'].map((name) => `/api/v1/${name}`),
    ...['heatmap', 'occupations', 'audit', 'standards', 'frameworks/new'].map((name) => `/o/${slug}/${name}`),
  ];
  return async (random) => {
    const pairs = Array.from({ length: 1 + random.below(4) }, () => {
      const name = random.chance(0.8) ? pick(random, NAMES) : percentEncoded(random, pick(random, HOSTILE));
      return `${name}=${percentEncoded(random, pick(random, [...HOSTILE, web.a.teams.north, '50', 'person']))}`;
    });
    const search = pairs.join(pick(random, ['&', '&', ';', '&&'])).slice(0, LONGEST_QUERY);
    const path = `${pick(random, addresses)}?${search}`;
    return verdictOf(await web.send(path, { cookie, token }));
  };
}

const sameOrigin = (web: TestWeb, type: string) => ({
  'Content-Type': type,
  Origin: web.origin,
  'Sec-Fetch-Site': 'same-origin',
});

/** Forms of pages, sent by a member who may; what they would change is named by ids that nobody has. */
function formBody(web: TestWeb, { cookie }: Access): Offer {
  const at = (path: string) => `/o/${web.a.slug}/${path}`;
  const soc = '33-9032.00';
  const forms: readonly [string, Readonly<Record<string, string>>][] = [
    [at('frameworks/new'), { soc: 'x', instrument: 'mastery', version: 'v', copyOf: randomUUID() }],
    [
      at(`frameworks/${web.drafts.a}`),
      { do: 'save:s99', revision: '999', label: 'x', behaviour: 'y', rank: '1' },
    ],
    [at(`occupations/${soc}/splits/mastery`), { confirm: 'none', 'label none': 'x' }],
    [at(`occupations/${soc}/compare/mastery`), { intent: 'confirm', first: 'x', second: 'y' }],
    [at(`operations/${randomUUID()}`), { intent: 'cancel' }],
    [at('settings/my-membership'), { confirm: 'no' }],
    ['/theme', { theme: 'dark', returnTo: '/login' }],
  ];
  return async (random) => {
    const [path, right] = pick(random, forms);
    const fields = { ...right, [pick(random, Object.keys(right))]: pick(random, HOSTILE) };
    const text = new URLSearchParams(fields).toString();
    const body = random.chance(0.6) ? broken(random, text) : text;
    const type = random.chance(0.9)
      ? 'application/x-www-form-urlencoded'
      : pick(random, ['', 'text/plain', 'multipart/form-data']);
    return verdictOf(await web.send(path, { method: 'POST', headers: sameOrigin(web, type), body, cookie }));
  };
}

const BOUNDARY = 'a-boundary-of-some-thirty-letters';

function multipart(web: TestWeb, { cookie }: Access): Offer {
  const file = fixtureText(LER_FIXTURE);
  const right = (name: string, content: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
    `Content-Type: application/json\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`;
  return async (random) => {
    const content = random.chance(0.5) ? 'x' : file.slice(0, random.below(2_000));
    const frame = right(pick(random, ['a.json', ...HOSTILE]), content);
    const type = random.chance(0.9)
      ? `multipart/form-data; boundary=${BOUNDARY}`
      : pick(random, ['multipart/form-data', 'multipart/form-data; boundary=""']);
    const path = `/o/${web.a.slug}/${pick(random, ['imports', 'settings/catalogue'])}`;
    const sent = { method: 'POST', headers: sameOrigin(web, type), body: broken(random, frame), cookie };
    return verdictOf(await web.send(path, sent));
  };
}

class TakenBack extends Error {}

/** The three files of people, read and stored in a transaction that is taken back. */
function csvImport({ db, a }: TestWeb): Offer {
  const plan = planOrganization('m', a.today);
  const kinds = [
    [employeesCsv(plan.employees.slice(0, 8)), importEmployees],
    [assessmentsCsv(plan.assessments.slice(0, 12)), importAssessments],
    [targetsCsv(plan.targets.slice(0, 8)), importTargets],
  ] as const;
  return async (random) => {
    const [right, store] = pick(random, kinds);
    const given = { file: 'file.csv', text: brokenCsv(random, right), today: a.today, importedBy: 'test' };
    return verdictOfCall(() =>
      db
        .tenant(a.organizationId, async (ctx) => {
          await store(ctx, given);
          throw new TakenBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof TakenBack)) throw error;
        }),
    );
  };
}

function workbook(random: SeededRandom): Promise<Verdict> {
  const bytes = brokenWorkbook(random);
  return verdictOfCall(() => readLooseTable(bytes, 'file.xlsx').then(strictTable));
}

const DOCUMENTS = [fixtureText(LER_FIXTURE), fixtureText(EXCHANGE_FIXTURE)];

function frameworkFile(random: SeededRandom): Promise<Verdict> {
  const bytes = broken(random, pick(random, DOCUMENTS));
  return verdictOfCall(() => readFrameworkDocument(bytes, 'file'));
}

/** A cookie that is none is nobody's: the page leads to the sign-in. */
function cookieHeader(web: TestWeb, { cookie }: Access): Offer {
  const path = `/o/${web.a.slug}/heatmap`;
  return async (random) => {
    const text = random.chance(0.7)
      ? Buffer.from(broken(random, cookie)).toString('latin1')
      : pick(random, HOSTILE);
    const sent = [...text].map((letter) => (/[\t\x20-\x7e\x80-\xff]/.test(letter) ? letter : '?')).join('');
    return verdictOf(await web.send(path, { cookie: `theme=${pick(random, ['dark', '%', '"'])}; ${sent}` }));
  };
}

function addressPath(web: TestWeb, { cookie, token }: Access): Offer {
  const places = [
    '/api/v1/profiles/',
    '/api/v1/profiles/externalId:',
    '/api/v1/occupations/',
    '/api/v1/occupations/33-9032.00/frameworks/',
    '/api/v1/operations/',
    '/api/v1/standards/',
    '/o/',
    `/o/${web.a.slug}/people/`,
    `/o/${web.a.slug}/frameworks/`,
    `/o/${web.a.slug}/occupations/`,
    `/o/${web.a.slug}/standards/`,
    '/invite/',
    '/assets/',
    '/',
  ];
  return async (random) => {
    const asked = percentEncoded(random, pick(random, [...HOSTILE, web.a.canary, '33-9032.00'])).slice(
      0,
      LONGEST_QUERY,
    );
    const path = `${pick(random, places)}${asked}${pick(random, ['', '', '.data', '/', '/heatmap'])}`;
    if (URL.canParse(path, web.origin)) return verdictOf(await web.send(path, { cookie, token }));
    const headers = { Cookie: cookie, Authorization: `Bearer ${token}` };
    return verdictOf(await bareGet(web.origin, path, headers));
  };
}
