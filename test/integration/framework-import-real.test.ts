import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectSystem, type SystemConnection } from '#db/system';
import { catalogueContents, catalogueCounts, emptyCatalogue } from '#test/fixtures/frameworks/catalogue-rows';
import { realFileText } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { DURABLE_DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { describeOccupation } from '~/modules/frameworks/queries/describe-occupation';
import { exportLer } from '~/modules/frameworks/queries/export-ler';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';

const SPECIALISTS = '13-1199.07';
const MANAGERS = '11-3013.01';
const specialistsJson = realFileText('000');
const managersJson = realFileText('001');
const managersPage = realFileText('002');
const present = specialistsJson !== null && managersJson !== null && managersPage !== null;

let db: TestDatabase;
let admin: SystemConnection;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = connectSystem(db.urls.admin);
  reader = (await db.newOrganization()).organizationId;
});
afterAll(() => admin.close());

const fileOf = (name: string, text: string) => ({
  name,
  checksum: createHash('sha256').update(text).digest('hex'),
});

async function importReal(order: readonly ('000' | '001' | '002')[]) {
  const texts = { '000': specialistsJson ?? '', '001': managersJson ?? '', '002': managersPage ?? '' };
  const reports = [];
  for (const name of order) {
    const text = texts[name];
    const document = name === '002' ? parseExchangeText(text, name) : parseLerJson(text, name);
    reports.push(await importSharedFramework(db.system, document, fileOf(name, text)));
  }
  return reports;
}

const read = (instrument: 'mastery' | 'ai_use' | 'durable', soc = MANAGERS) =>
  db.tenant(reader, (ctx) => getFramework(ctx, { soc, instrument }));

describe.runIf(present)('the three real framework files', () => {
  it('give 2 occupations, 40 and 40 mastery, 11 AI-use and 87 durable statements', async () => {
    await emptyCatalogue(admin);
    const reports = await importReal(['000', '001', '002']);
    expect(
      reports.map(({ frameworks }) => frameworks.map((item) => [item.instrument, item.statements])),
    ).toEqual([
      [['mastery', 40]],
      [['mastery', 40]],
      [
        ['mastery', 40],
        ['ai_use', 11],
        ['durable', 87],
      ],
    ]);
    expect(await catalogueCounts(admin)).toMatchObject({
      occupations: 2,
      frameworks: 4,
      framework_statements: 40 + 40 + 11 + 87,
      sources: 3,
    });
  });

  it('change nothing when they come again', async () => {
    const before = await catalogueContents(admin);
    const reports = await importReal(['002', '000', '001']);
    expect(reports.map(({ changed }) => changed)).toEqual([false, false, false]);
    expect(await catalogueContents(admin)).toEqual(before);
  });

  it('put every statement on its level, its domain and its citations', async () => {
    const aiUse = await read('ai_use');
    expect(aiUse.levels.map(({ label, statements }) => [label, statements.length])).toEqual([
      ['Emerging', 2],
      ['Developing', 3],
      ['Proficient', 3],
      ['Advanced', 3],
    ]);
    const durable = await read('durable');
    const statements = durable.levels.flatMap((level) => level.statements);
    expect(durable.levels.map(({ label }) => label)).toEqual([
      'Emerging',
      'Developing',
      'Applying',
      'Exceeding',
    ]);
    for (const dimension of DURABLE_DIMENSIONS) {
      const here = statements.filter((statement) => statement.dimension === dimension);
      expect(here.length, dimension).toBeGreaterThanOrEqual(8);
      expect(here.length, dimension).toBeLessThanOrEqual(9);
    }
    const cited = [...statements, ...aiUse.levels.flatMap((level) => level.statements)];
    expect(cited).toHaveLength(98);
    expect(cited.every(({ citations, split }) => citations.length >= 1 && split === 'source')).toBe(true);
    const keys = new Set(cited.flatMap(({ citations }) => citations.map(({ source }) => source)));
    expect([...keys].sort()).toEqual(['aei', 'onet', 'pathsmith', 'safi', 'wef']);
  });

  it('show the occupation with evidence pack, 67 anchors and 13 CIP codes', async () => {
    const occupation = await db.tenant(reader, (ctx) => describeOccupation(ctx, MANAGERS));
    const { attributes } = occupation;
    expect(occupation).toMatchObject({ title: 'Security Managers', jobZone: 4, sector: '72' });
    expect(Object.values(attributes).map((items) => items.length)).toEqual([22, 11, 10, 6, 10, 0, 8]);
    expect(occupation.cip).toHaveLength(13);
    expect(occupation.titles).toHaveLength(12);
    expect(occupation.rapids).toEqual([]);
    expect(occupation.evidence.map(({ measure }) => measure)).toContain('augment_share');
    expect(occupation.evidence.find(({ source }) => source === 'aei')?.release).toBe('release_2026_03_24');
    expect(occupation.sources).toHaveLength(2);
  });

  it('give the JSON exports back deep-equal', async () => {
    for (const [soc, text] of [
      [SPECIALISTS, specialistsJson],
      [MANAGERS, managersJson],
    ] as const) {
      expect(await db.tenant(reader, (ctx) => exportLer(ctx, soc))).toEqual(JSON.parse(text ?? ''));
    }
  });

  it('end in the same state with the page first, every split restored', async () => {
    const jsonFirst = [await read('mastery'), await read('ai_use'), await read('durable')];
    await emptyCatalogue(admin);
    await importReal(['002']);
    const alone = (await read('mastery')).levels.flatMap((level) => level.statements);
    expect(alone.every(({ label, split }) => label === '' && split === 'unconfirmed')).toBe(true);
    const [report] = await importReal(['001']);
    expect(report?.frameworks).toMatchObject([
      { instrument: 'mastery', outcome: 'improved', statements: 40 },
    ]);
    expect([await read('mastery'), await read('ai_use'), await read('durable')]).toEqual(jsonFirst);
  });

  it('answer for a side panel: this and the next level of each occupation', async () => {
    await importReal(['000']);
    const socs = [SPECIALISTS, MANAGERS, '99-9999.99'];
    const question = { socs, dimension: 'mastery', ranks: [2, 3] } as const;
    const panel = await db.tenant(reader, (ctx) => listLevelStatements(ctx, question));
    expect(
      panel.map(({ soc, levels }) => [soc, levels.map(({ rank, statements }) => [rank, statements.length])]),
    ).toEqual([
      [
        SPECIALISTS,
        [
          [2, 10],
          [3, 10],
        ],
      ],
      [
        MANAGERS,
        [
          [2, 10],
          [3, 10],
        ],
      ],
    ]);
  });
});
