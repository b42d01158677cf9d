import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { listFrameworkVersions } from '~/modules/frameworks/queries/list-framework-versions';
import { countStatements } from '~/modules/frameworks/queries/list-frameworks';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';
import { listOccupations } from '~/modules/occupations/queries/list-occupations';

const SOC = '33-9032.00';
const OWN_TEXT = fixtureText(LER_FIXTURE).replace('"title":"Security Guards"', '"title":"House Guards"');

let db: TestDatabase;
let a: string;
let b: string;

const fileOf = (name: string) => ({ name, checksum: createHash('sha256').update(name).digest('hex') });

beforeAll(async () => {
  db = await openTestDatabase();
  [a, b] = [(await db.newOrganization()).organizationId, (await db.newOrganization()).organizationId];
  const page = parseExchangeText(fixtureText(EXCHANGE_FIXTURE), 'page.txt');
  await importSharedFramework(db.system, page, fileOf('page.txt'));
  await db.tenant(a, (ctx) =>
    importFramework({ scope: 'own', ctx }, parseLerJson(OWN_TEXT, 'own.json'), fileOf('own.json')),
  );
});

describe('what other pages read', () => {
  it('counts the statements of the framework that counts', async () => {
    const counts = await db.tenant(b, (ctx) => countStatements(ctx, [SOC, '11-3013.01']));
    expect(counts.get(SOC)).toEqual({ durable: 41, ai_use: 11, mastery: 12 });
    expect(counts.get('11-3013.01')).toEqual({ durable: 0, ai_use: 0, mastery: 0 });
  });

  it('names the version that counts', async () => {
    const versions = await db.tenant(b, listFrameworkVersions);
    expect([...versions]).toEqual([[SOC, { durable: 'v.26.04', ai_use: 'v.26.04', mastery: 'v.26.04' }]]);
  });

  it("gives this and the next level in the occupation's own words", async () => {
    const panel = (organizationId: string, dimension: 'leadership' | 'mastery') =>
      db.tenant(organizationId, (ctx) =>
        listLevelStatements(ctx, { socs: ['11-3013.01', SOC], dimension, ranks: [3, 4] }),
      );
    expect(await panel(b, 'leadership')).toEqual([
      {
        occupation: 'Security Guards',
        soc: SOC,
        levels: [
          {
            rank: 3,
            label: 'Applying',
            statements: [
              expect.objectContaining({ label: 'Calm in front', citations: [expect.anything()] }),
              expect.objectContaining({ label: 'Growing others' }),
            ],
          },
          { rank: 4, label: 'Exceeding', statements: [expect.objectContaining({ label: 'Clear aim' })] },
        ],
      },
    ]);
    expect((await panel(a, 'mastery')).map(({ occupation }) => occupation)).toEqual(['House Guards']);
  });

  it('lists only the codes that are asked for', async () => {
    const page = await db.tenant(b, (ctx) => listOccupations(ctx, { socs: [SOC], limit: 10 }));
    expect(page).toEqual({
      items: [expect.objectContaining({ soc: SOC, own: false })],
      next: null,
      total: 1,
    });
    expect((await db.tenant(b, (ctx) => listOccupations(ctx, { socs: [], limit: 10 }))).items).toEqual([]);
  });
});
