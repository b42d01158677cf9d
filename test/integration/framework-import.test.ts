import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectSystem, type SystemConnection } from '#db/system';
import { catalogueContents, catalogueCounts, emptyCatalogue } from '#test/fixtures/frameworks/catalogue-rows';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { exportLer } from '~/modules/frameworks/queries/export-ler';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { Conflict } from '~/shared/errors';

const SOC = '33-9032.00';
const JSON_TEXT = fixtureText(LER_FIXTURE);
const PAGE_TEXT = fixtureText(EXCHANGE_FIXTURE);

let db: TestDatabase;
let admin: SystemConnection;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = connectSystem(db.urls.admin);
  reader = (await db.newOrganization()).organizationId;
});
afterAll(() => admin.close());
beforeEach(() => emptyCatalogue(admin));

const fileOf = (name: string, text: string) => ({
  name: `folder/${name}`,
  checksum: createHash('sha256').update(text).digest('hex'),
});
const importJson = (text = JSON_TEXT) =>
  importSharedFramework(db.system, parseLerJson(text, 'ler.json'), fileOf('ler.json', text));
const importPage = (text = PAGE_TEXT) =>
  importSharedFramework(db.system, parseExchangeText(text, 'page.txt'), fileOf('page.txt', text));
const mastery = (organizationId = reader) =>
  db.tenant(organizationId, (ctx) => getFramework(ctx, { soc: SOC, instrument: 'mastery' }));
/** What a framework shows, without the ids that each import makes anew. */
const shown = async () => JSON.stringify(await mastery());

describe('importing into the shared catalogue', () => {
  it('stores occupation, frameworks, evidence, anchors and the source with its checksum', async () => {
    const report = await importPage();
    expect(report).toEqual({
      file: 'folder/page.txt',
      occupation: { soc: SOC, title: 'Security Guards' },
      frameworks: [
        { instrument: 'mastery', version: 'v.26.04', outcome: 'created', statements: 12, captionsChanged: 0 },
        { instrument: 'ai_use', version: 'v.26.04', outcome: 'created', statements: 11, captionsChanged: 0 },
        { instrument: 'durable', version: 'v.26.04', outcome: 'created', statements: 41, captionsChanged: 0 },
      ],
      evidence: 8,
      anchors: 24,
      changed: true,
    });
    const counts = await catalogueCounts(admin);
    expect(counts).toMatchObject({ sources: 1, occupations: 1, frameworks: 3, framework_levels: 12 });
    expect(counts).toMatchObject({
      framework_statements: 64,
      occupation_evidence: 8,
      occupation_anchors: 24,
    });
    const contents = await catalogueContents(admin);
    expect(contents.sources).toContain(createHash('sha256').update(PAGE_TEXT).digest('hex'));
    expect(contents.sources).toContain(',page.txt,');
    expect(contents.sources).not.toContain('folder');
  });

  it('changes not one row when the same files come again, in any order', async () => {
    await importJson();
    await importPage();
    const before = await catalogueContents(admin);
    for (const again of [await importPage(), await importJson(), await importPage()]) {
      expect(again.changed).toBe(false);
      expect(again.frameworks.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    }
    expect(await catalogueContents(admin)).toEqual(before);
  });

  it('keeps the split of the JSON when the page comes later, and takes its captions', async () => {
    await importJson();
    const report = await importPage();
    expect(report.frameworks[0]).toMatchObject({
      instrument: 'mastery',
      outcome: 'unchanged',
      captionsChanged: 4,
    });
    const { levels } = await mastery();
    expect(levels[0]?.statements[0]).toMatchObject({ label: 'Gate registers', split: 'source' });
    expect(levels.map(({ caption }) => caption)).toEqual([
      'Entry / Apprentice',
      'Mid-level / Established',
      'Senior / Expert IC',
      'Lead / Principal / Executive',
    ]);
  });

  it('marks the splits of the page, and mends them when the JSON comes later', async () => {
    await importPage();
    const before = await mastery();
    expect(before.levels[0]?.statements[0]).toMatchObject({ label: '', split: 'unconfirmed' });
    const report = await importJson();
    expect(report.frameworks).toEqual([
      { instrument: 'mastery', version: 'v.26.04', outcome: 'improved', statements: 12, captionsChanged: 0 },
    ]);
    const after = await mastery();
    const ids = (framework: typeof before) =>
      framework.levels.flatMap(({ statements }) => statements.map(({ id }) => id));
    expect(ids(after)).toEqual(ids(before));
    expect(after.levels.flatMap(({ statements }) => statements.map(({ split }) => split))).toEqual(
      Array.from({ length: 12 }, () => 'source'),
    );
  });

  it('takes what a later document of the same statements says beside them, and gives that one back', async () => {
    await importJson();
    const later = { ...JSON.parse(JSON_TEXT), reviewedBy: 'somebody' };
    const report = await importJson(JSON.stringify(later));
    expect(report).toMatchObject({ changed: true, frameworks: [{ outcome: 'improved' }] });
    expect(await db.tenant(reader, (ctx) => exportLer(ctx, SOC))).toEqual(later);
    expect((await importJson(JSON.stringify(later))).changed).toBe(false);
  });

  it('shows the same whichever source comes first', async () => {
    await importJson();
    await importPage();
    const jsonFirst = await shown();
    await emptyCatalogue(admin);
    await importPage();
    await importJson();
    expect(await shown()).toBe(jsonFirst);
  });

  it('gives the JSON back deep-equal, and refuses where none was imported', async () => {
    await importPage();
    await expect(db.tenant(reader, (ctx) => exportLer(ctx, SOC))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await importJson();
    expect(await db.tenant(reader, (ctx) => exportLer(ctx, SOC))).toEqual(JSON.parse(JSON_TEXT));
  });

  it('refuses other statements under the same version, says where, and leaves nothing of the file', async () => {
    await importJson();
    const before = await catalogueContents(admin);
    const reworded = PAGE_TEXT.replace('names, times and plates', 'names and plates');
    const error = await importPage(reworded).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Conflict);
    expect(error).toMatchObject({
      errors: [
        {
          pointer: 'folder/page.txt:mastery, Emerging, statement 1',
          detail: expect.stringContaining('Only in'),
        },
        { detail: expect.stringContaining('names, times and plates') },
      ],
    });
    expect(await catalogueContents(admin)).toEqual(before);
  });

  it('refuses a statement that stands at another level', async () => {
    await importJson();
    const document = parseLerJson(JSON_TEXT, 'ler.json');
    const frameworks = document.frameworks.map((framework) => ({
      ...framework,
      statements: framework.statements.map((item, index) => (index === 0 ? { ...item, rank: 4 } : item)),
    }));
    const moved = importSharedFramework(db.system, { ...document, frameworks }, fileOf('b.json', 'b'));
    await expect(moved).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('Stored at the level Emerging') }],
    });
  });

  it('stores a new version beside the old one, and the newest counts', async () => {
    await importJson();
    await importJson(JSON_TEXT.replace('v.26.04', 'v.26.11').replace('names, times and plates', 'plates'));
    expect((await mastery()).version).toBe('v.26.11');
    const old = await db.tenant(reader, (ctx) =>
      getFramework(ctx, { soc: SOC, instrument: 'mastery', version: 'v.26.04' }),
    );
    expect(old.levels[0]?.statements[0]?.behaviour).toContain('names, times and plates');
  });

  it('replaces the evidence of a source when a newer page comes', async () => {
    await importPage();
    const report = await importPage(PAGE_TEXT.replace('Augment share: 61.5%', 'Augment share: 64%'));
    expect(report).toMatchObject({ changed: true, evidence: 8 });
    const contents = await catalogueContents(admin);
    expect(contents.occupation_evidence).toContain('augment_share,2,64');
    expect(contents.occupation_evidence).not.toContain('61.5');
    expect((await catalogueCounts(admin)).sources).toBe(2);
  });

  it('takes two imports at once as one after the other', async () => {
    const second = connectSystem(db.urls.owner, 'cadre-test-second');
    const document = parseExchangeText(PAGE_TEXT, 'page.txt');
    const reports = await Promise.all([
      importPage(),
      importSharedFramework(second, document, fileOf('page.txt', PAGE_TEXT)),
    ]);
    await second.close();
    expect(reports.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect((await catalogueCounts(admin)).framework_statements).toBe(64);
  });
});

describe("importing an organization's own frameworks", () => {
  const importOwn = (organizationId: string, text: string) =>
    db.tenant(organizationId, (ctx) =>
      importFramework({ scope: 'own', ctx }, parseLerJson(text, 'own.json'), fileOf('own.json', text)),
    );
  const OWN_TEXT = JSON_TEXT.replace('names, times and plates', 'what our house wants to know');

  it('shows them to that organization in place of the shared ones, and to no other', async () => {
    await importJson();
    const a = (await db.newOrganization()).organizationId;
    const b = (await db.newOrganization()).organizationId;
    await importOwn(a, OWN_TEXT);
    expect(await mastery(a)).toMatchObject({ own: true });
    expect(JSON.stringify(await mastery(a))).toContain('what our house wants');
    expect(await mastery(b)).toMatchObject({ own: false });
    expect(JSON.stringify(await mastery(b))).not.toContain('what our house wants');
    expect(await db.tenant(a, (ctx) => exportLer(ctx, SOC))).toEqual(JSON.parse(OWN_TEXT));
    expect(await db.tenant(b, (ctx) => exportLer(ctx, SOC))).toEqual(JSON.parse(JSON_TEXT));
  });

  it('is invisible to another organization where nothing is shared', async () => {
    const a = (await db.newOrganization()).organizationId;
    const b = (await db.newOrganization()).organizationId;
    await importOwn(a, OWN_TEXT);
    await expect(mastery(b)).rejects.toMatchObject({ kind: 'not-found' });
    await importOwn(b, JSON_TEXT);
    expect(JSON.stringify(await mastery(a))).toContain('what our house wants');
  });

  it('changes nothing the second time', async () => {
    const a = (await db.newOrganization()).organizationId;
    await importOwn(a, OWN_TEXT);
    const before = await catalogueContents(admin);
    expect((await importOwn(a, OWN_TEXT)).changed).toBe(false);
    expect(await catalogueContents(admin)).toEqual(before);
  });

  it('restores a lost split from the shared catalogue, and marks it so', async () => {
    await importJson();
    const a = (await db.newOrganization()).organizationId;
    await db.tenant(a, (ctx) =>
      importFramework(
        { scope: 'own', ctx },
        parseExchangeText(PAGE_TEXT, 'page.txt'),
        fileOf('page.txt', PAGE_TEXT),
      ),
    );
    const { own, levels } = await mastery(a);
    expect(own).toBe(true);
    expect(levels[0]?.statements[0]).toMatchObject({ label: 'Gate registers', split: 'restored' });
  });
});
