import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runImport } from '#bin/cadre/import-command';
import type { ImportOptions } from '#bin/cadre/import-options';
import { connectSystem, type SystemConnection } from '#db/system';
import { catalogueContents, catalogueCounts, emptyCatalogue } from '#test/fixtures/frameworks/catalogue-rows';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { getFramework } from '~/modules/frameworks/queries/get-framework';

const JSON_TEXT = fixtureText(LER_FIXTURE);
const PAGE_TEXT = fixtureText(EXCHANGE_FIXTURE);

let db: TestDatabase;
let admin: SystemConnection;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = connectSystem(db.urls.admin);
  folder = await mkdtemp(path.join(tmpdir(), 'cadre-import-'));
});
afterAll(async () => {
  await admin.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => emptyCatalogue(admin));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

async function run(paths: readonly string[], options: ImportOptions = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runImport(
    {
      system: () => db.system,
      database: () => db.database,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
    },
    paths,
    options,
  );
  return {
    code,
    out: out.join('\n').replaceAll(`${folder}/`, ''),
    err: err.join('\n').replaceAll(`${folder}/`, ''),
  };
}

describe('cadre import', () => {
  it('recognises frameworks by content, tells each outcome, and says so when nothing changed', async () => {
    const files = [await write('one.bin', JSON_TEXT), await write('two.json', PAGE_TEXT)];
    const first = await run(files);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.split('\n')).toEqual([
      'one.bin: 33-9032.00 Security Guards, mastery v.26.04: created, 12 statements',
      'two.json: 33-9032.00 Security Guards, mastery v.26.04: unchanged, 12 statements, 4 level captions taken over',
      'two.json: 33-9032.00 Security Guards, ai_use v.26.04: created, 11 statements',
      'two.json: 33-9032.00 Security Guards, durable v.26.04: created, 41 statements',
      'two.json: 33-9032.00 Security Guards, 8 evidence measures, 24 source anchors, titles and codes',
    ]);
    const before = await catalogueContents(admin);
    const again = await run(files);
    expect(again.out.match(/nothing changed/g)).toHaveLength(2);
    expect(await catalogueContents(admin)).toEqual(before);
  });

  it('does everything in a dry run and takes it back', async () => {
    const before = await catalogueCounts(admin);
    const { code, out } = await run([await write('page.txt', PAGE_TEXT)], { dryRun: true });
    expect(code).toBe(0);
    expect(out).toContain('durable v.26.04: created, 41 statements (dry run, taken back)');
    expect(await catalogueCounts(admin)).toEqual(before);
  });

  it('imports the good files around a broken one and tells the broken one at the end', async () => {
    const files = [
      await write('cut.json', JSON_TEXT.slice(0, 900)),
      await write('good.json', JSON_TEXT),
      path.join(folder, 'missing.json'),
    ];
    const { code, out, err } = await run(files);
    expect(code).toBe(1);
    expect(out).toContain('good.json: 33-9032.00');
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^cut\.json:1:\d+: .+/),
      'missing.json: There is no such file.',
    ]);
  });

  it('prints JSON for machines', async () => {
    const { code, out } = await run([await write('a.json', JSON_TEXT), await write('b.json', '{')], {
      json: true,
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      dryRun: false,
      items: [
        { kind: 'framework', frameworks: [{ instrument: 'mastery', outcome: 'created', statements: 12 }] },
      ],
      refused: [{ file: expect.stringContaining('b.json'), errors: [{ detail: expect.any(String) }] }],
    });
  });

  it("writes an organization's own frameworks with --org, and nothing into the shared catalogue", async () => {
    const { organizationId, slug } = await db.newOrganization();
    const { code } = await run([await write('own.json', JSON_TEXT)], { org: slug });
    expect(code).toBe(0);
    expect(await catalogueCounts(admin)).toMatchObject({ frameworks: 0, sources: 0, own_frameworks: 1 });
    const question = { soc: '33-9032.00', instrument: 'mastery' } as const;
    const framework = await db.tenant(organizationId, (ctx) => getFramework(ctx, question));
    expect(framework.own).toBe(true);
  });

  it('needs a known organization for the files of people', async () => {
    const people = await write('people.csv', 'external_id,name\nE1,Ada Example\n');
    const without = await run([people]);
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('--org') });
    await expect(run([people], { org: 'nowhere' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('takes the people of an organization, whole or in a dry run not at all', async () => {
    const { slug } = await db.newOrganization();
    const header = 'external_id,name,email,title,team,manager_external_id,site,occupation,role_band\n';
    const people = await write('staff.csv', `${header}E1,Ada Example,,Guard,North,,Gate,33-9032.00,1\n`);
    const dry = await run([people], { org: slug, dryRun: true });
    const first = await run([people], { org: slug });
    const again = await run([people], { org: slug });
    expect([dry.code, first.code, again.code]).toEqual([0, 0, 0]);
    expect(dry.out).toContain('1 created, 0 changed, 0 unchanged (dry run, taken back)');
    expect(first.out).toContain('staff.csv: employees: 1 created, 0 changed, 0 unchanged');
    expect(again.out).toContain('0 created, 0 changed, 1 unchanged');
  });

  it('notes the release that it is told', async () => {
    await run([await write('told.json', JSON_TEXT)], { release: 'release 7' });
    expect((await catalogueContents(admin)).sources).toContain('"release 7"');
  });
});

const level = (text: string) => text.replace(/"developing":\{[^}]*\},/, '');
const BROKEN: readonly (readonly [
  name: string,
  content: string | Uint8Array,
  place: RegExp,
  reason: RegExp,
])[] = [
  ['cut.json', JSON_TEXT.slice(0, -40), /^cut\.json:1:\d+: /, /JSON|end/i],
  ['schema.json', JSON_TEXT.replace('"1.0"', '"2.0"'), /^schema\.json:\/schemaVersion: /, /2\.0/],
  ['level.json', level(JSON_TEXT), /^level\.json:\/framework\/levels\/developing: /, /Missing/],
  [
    'script.json',
    JSON_TEXT.replace('names, times', '<script>alert(1)</script>'),
    /^script\.json:\/framework\/levels\/emerging\/statements\/0: /,
    /HTML or script/,
  ],
  [
    'script.txt',
    PAGE_TEXT.replace('the radio', 'the <img src=x onerror=alert(1)>'),
    /^script\.txt:\d+: /,
    /HTML/,
  ],
  ['cut.txt', PAGE_TEXT.slice(0, 4_000), /^cut\.txt:?\d*: /, /./],
  ['level.txt', PAGE_TEXT.replace(/\nApplying\n[^\n]*\n/, '\n'), /^level\.txt:\d+: /, /./],
  [
    'binary.dat',
    Uint8Array.from({ length: 9_000 }, (_, index) => index % 251),
    /^binary\.dat: /,
    /binary|format/,
  ],
  ['nul.json', JSON_TEXT.replace('Gate', '\u0000'), /^nul\.json: /, /binary/],
  ['empty.txt', '', /^empty\.txt: /, /empty/],
  ['zip.json', 'PK\u0003\u0004 and so on', /^zip\.json: /, /ZIP/],
  ['prose.txt', 'Dear reader, this is a letter.', /^prose\.txt: /, /SOC/],
  ['shifts.csv', 'shift,begins,team\nS1,Six,A\n', /^shifts\.csv: /, /columns shift, begins, team/],
];

describe('a broken file', () => {
  it.each(BROKEN)('%s is refused with place and reason, and nothing of it stays', async (...broken) => {
    const [name, content, place, reason] = broken;
    await run([await write('before.json', JSON_TEXT)]);
    const before = await catalogueContents(admin);
    const { code, out, err } = await run([await write(name, content)]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(place);
    expect(err).toMatch(reason);
    expect(await catalogueContents(admin)).toEqual(before);
  });

  it('of 200 MB is refused by its size, without being read', async () => {
    const { slug } = await db.newOrganization();
    for (const start of [JSON_TEXT.slice(0, 500), 'employee_external_id,rater,assessed_on\n', 'words ']) {
      const file = path.join(folder, 'large.json');
      const handle = await open(file, 'w');
      await handle.write(start.padEnd(70_000, ' '));
      await handle.truncate(200 * 1024 * 1024);
      await handle.close();
      const heap = process.memoryUsage().arrayBuffers;
      const { code, err } = await run([file], { org: slug });
      expect(process.memoryUsage().arrayBuffers - heap).toBeLessThan(16 * 1024 * 1024);
      expect(code).toBe(1);
      expect(err).toMatch(/^large\.json: (The file has 200\.0 MiB|This is no framework: )/);
    }
  });

  it('that is an empty folder is refused', async () => {
    const empty = path.join(folder, 'empty');
    await mkdir(empty);
    expect(await run([empty])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no file in this folder'),
    });
  });
});

describe('a folder', () => {
  it('is taken file by file, its folders too; what tells of the others is left out', async () => {
    const inside = path.join(folder, 'several', 'deeper');
    await mkdir(inside, { recursive: true });
    await writeFile(path.join(folder, 'several', 'page.txt'), PAGE_TEXT);
    await writeFile(path.join(folder, 'several', 'README.md'), 'words');
    await writeFile(path.join(inside, 'ler.json'), JSON_TEXT);
    const { code, out } = await run([path.join(folder, 'several')]);
    expect(code).toBe(0);
    expect(out).toMatch(/ler\.json: .*33-9032\.00.*page\.txt: .*33-9032\.00/s);
  });
});
