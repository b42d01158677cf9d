import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '#bin/cadre/import-command';
import { fixtureText as frameworkText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { makeZip, type ZipEntry } from '#test/fixtures/onet/make-zip';
import { releaseFiles } from '#test/fixtures/onet/release-files';
import { catalogueFingerprint } from '#test/fixtures/sources/catalogue-fingerprint';
import { fixtureText } from '#test/fixtures/sources/read-source-file';
import { operationOf, sendSource } from '#test/fixtures/uploads/source-form';
import { openTestWeb } from '#test/setup/web';
import { changeOperator } from '~/modules/organizations/commands/change-operator';
import { getOperation } from '~/modules/organizations/queries/get-operation';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a } = web;
const CROSSWALK = fixtureText('crosswalk.csv');
const SCORES = fixtureText('skill-scores.csv');
const TABLES = releaseFiles('A2');
const SKILLS = TABLES['Skills.txt'] ?? '';
const GIBIBYTE = 1024 ** 3;
const MEMORY_LIMIT = 96 * 1024 * 1024;

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const lines = (text: string) => text.split(/\r?\n/);
const zip = (...entries: readonly (readonly [string, Uint8Array, Partial<ZipEntry>?])[]) =>
  makeZip(entries.map(([name, content, rest]) => ({ name, content, ...rest })));
const half = (text: string) => text.slice(0, text.indexOf('\n', text.length / 2) + 1);

/** A name as it is sent, what it holds, and what the refusal says: the place, and the reason. */
type Case = readonly [what: string, name: string, content: Uint8Array, place: RegExp, reason: RegExp];

const CASES: readonly Case[] = [
  [
    'a row that is too short',
    'f.csv',
    utf8(CROSSWALK.replace(',Security Guards', '')),
    /^f\.csv:5$/,
    /has 3 cells, the header has 4/,
  ],
  [
    'a row that is too long, in a release',
    'Skills.txt',
    utf8(SKILLS.replace(/\r\n/g, (end, at: number) => (at > 400 && at < 600 ? `\tmore${end}` : end))),
    /^Skills\.txt:\d+$/,
    /cell|column/,
  ],
  ['UTF-16', 'f.csv', Buffer.from(CROSSWALK, 'utf16le'), /^f\.csv/, /./],
  [
    'Latin-1 in the middle',
    'f.csv',
    Buffer.from(CROSSWALK.replace('Security Guards', 'Sécurity Guards').slice(1), 'latin1'),
    /^f\.csv:5$/,
    /UTF-8/,
  ],
  [
    'Latin-1 in a release',
    'Skills.txt',
    Buffer.from(SKILLS.replaceAll('Monitoring', 'Monitorïng'), 'latin1'),
    /^Skills\.txt:4$/,
    /UTF-8/,
  ],
  ['carriage returns alone', 'f.csv', utf8(CROSSWALK.replaceAll('\r\n', '\r')), /^f\.csv/, /./],
  [
    'carriage returns alone, in a release',
    'Skills.txt',
    utf8(SKILLS.replaceAll('\r\n', '\r')),
    /^Skills\.txt:1$/,
    /carriage return/i,
  ],
  [
    'a quote that is never closed',
    'f.csv',
    utf8(SCORES.replace('\n2.A.1.b,42.2', '\n"2.A.1.b,42.2')),
    /^f\.csv:3$/,
    /quote|enclosed/i,
  ],
  ['a row twice', 'f.csv', utf8(`${CROSSWALK}${lines(CROSSWALK)[1]}\r\n`), /^f\.csv:8$/, /first on line 2/],
  [
    'a row twice, in a release',
    'Occupation Data.txt',
    utf8(`${TABLES['Occupation Data.txt']}${lines(TABLES['Occupation Data.txt'] ?? '')[1]}\r\n`),
    /^Occupation Data\.txt:5$/,
    /./,
  ],
  [
    'a table that becomes JSON half-way',
    'f.csv',
    utf8(`${half(CROSSWALK)}{"schemaVersion": "1.0", "occupation": {}}\n`),
    /^f\.csv:\d+$/,
    /cell/,
  ],
  [
    'a table that becomes a zip half-way',
    'f.csv',
    Buffer.concat([utf8(half(CROSSWALK)), zip(['Skills.txt', utf8(SKILLS)])]),
    /^f\.csv/,
    /UTF-8|NUL|cell/,
  ],
  [
    'a release whose table becomes a page half-way',
    'db_30_2_text.zip',
    zip(['Skills.txt', utf8(`${half(SKILLS)}<html><body>Sign in to go on</body></html>\r\n`)]),
    /^db_30_2_text\.zip.Skills\.txt:\d+$/,
    /cell|column/,
  ],
  [
    'a name in a zip that leads outside',
    'db_30_2_text.zip',
    zip(['../../Skills.txt', utf8(SKILLS)]),
    /^db_30_2_text\.zip$/,
    /\.\.\/\.\.\/Skills/,
  ],
  [
    'a zip that says it holds 50 GB',
    'db_30_2_text.zip',
    zip(
      ...Array.from(
        { length: 13 },
        (_, at) => [`T${at}/Skills.txt`, utf8(SKILLS), { saidSize: 4 * GIBIBYTE - 1 }] as const,
      ),
    ),
    /^db_30_2_text\.zip$/,
    /more than 2 GB|times as large/,
  ],
  [
    'a zip that holds far more than it says',
    'db_30_2_text.zip',
    zip(['Skills.txt', Buffer.alloc(96 * 1024 * 1024), { saidSize: 100_000 }]),
    /Skills\.txt/,
    /./,
  ],
  [
    'a packed table that unpacks to far more than it is',
    'f.csv.gz',
    gzipSync(Buffer.concat([utf8(CROSSWALK), Buffer.alloc(96 * 1024 * 1024, '\n')])),
    /^f\.csv\.gz/,
    /times as large/,
  ],
  [
    'a packed file that is cut off',
    'f.csv.gz',
    gzipSync(utf8(CROSSWALK)).subarray(0, 90),
    /^f\.csv\.gz/,
    /cut off|damaged/,
  ],
  [
    'a framework that ends in the middle',
    'l.json',
    utf8(frameworkText(LER_FIXTURE).slice(0, 900)),
    /^l\.json/,
    /./,
  ],
  ['a picture', 'p.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /^p\.png/, /./],
];

let operator: string;
let folder: string;
let before: Record<string, string>;

beforeAll(async () => {
  await changeOperator(web.db.database, 'add', a.members.owner.email);
  operator = await web.signInAs('owner');
  folder = await mkdtemp(path.join(tmpdir(), 'cadre-bad-sources-'));
  const good = path.join(folder, 'crosswalk.csv');
  await writeFile(good, CROSSWALK);
  const release = path.join(folder, 'db_30_2_text.zip');
  await writeFile(release, zip(...Object.entries(TABLES).map(([name, text]) => [name, utf8(text)] as const)));
  expect((await onCommandLine([good, release])).code).toBe(0);
  before = await catalogueFingerprint(web.db);
});
afterAll(() => rm(folder, { recursive: true }));

async function onCommandLine(places: readonly string[]) {
  const err: string[] = [];
  const services = {
    system: () => web.db.system,
    database: () => web.db.database,
    out: () => {},
    err: (text: string) => void err.push(text.replaceAll(folder + path.sep, '')),
  };
  return { code: await runImport(services, places, { release: '30.2' }), err: err.join('\n') };
}

/** The most that this process held beyond its start while the work ran. */
async function memoryDuring(work: () => Promise<unknown>): Promise<number> {
  const start = process.memoryUsage().rss;
  let most = start;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  await work();
  clearInterval(timer);
  return Math.max(most, process.memoryUsage().rss) - start;
}

describe.each(CASES)('%s', (_, name, content, place, reason) => {
  it('is refused as an upload with its place and reason, and leaves what is served as it was', async () => {
    const answer = await sendSource(web, operator, {
      name,
      content,
      fields: { target: 'shared', release: '30.2' },
    });
    const id = operationOf(answer);
    const grown = await memoryDuring(() => jobs.run());
    const viewer = { kind: 'user', id: a.members.owner.userId, role: 'owner' } as const;
    const { state, error } = await web.db.tenant(a.organizationId, (ctx) => getOperation(ctx, viewer, id));
    expect({ state, kind: error?.kind }).toEqual({ state: 'failed', kind: 'invalid-input' });
    const [first] = error?.errors ?? [];
    expect(first?.pointer).toMatch(place);
    expect(first?.detail).toMatch(reason);
    expect(JSON.stringify(error)).not.toMatch(/cadre-upload|--release/);
    expect(await catalogueFingerprint(web.db)).toEqual(before);
    expect(grown).toBeLessThan(MEMORY_LIMIT);
  });

  it('is refused on the command line with the same reason, and leaves what is served as it was', async () => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    const { code, err } = await onCommandLine([file]);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(await catalogueFingerprint(web.db)).toEqual(before);
  });
});

describe('what only looks odd', () => {
  it('is taken: a byte order mark, quotes doubled within quotes, both kinds of line end', async () => {
    const text = `\ufeff${SCORES.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')}`;
    const id = operationOf(
      await sendSource(web, operator, { name: 'scores.csv', content: text, fields: { target: 'shared' } }),
    );
    await jobs.run();
    const viewer = { kind: 'user', id: a.members.owner.userId, role: 'owner' } as const;
    const over = await web.db.tenant(a.organizationId, (ctx) => getOperation(ctx, viewer, id));
    expect(over.state).toBe('done');
    expect(await catalogueFingerprint(web.db)).not.toEqual(before);
  });
});
