import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { realFileText } from '#test/fixtures/frameworks/read-framework-file';
import { importRelease } from '#test/fixtures/onet/import-release';
import { bytesInput, realInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import {
  describedOccupationSchema,
  describeOccupation,
} from '~/modules/frameworks/queries/describe-occupation';
import { importOnetProfile } from '~/modules/occupations/commands/import-onet-profile';
import { parseOnetProfile } from '~/modules/occupations/domain/onet/parse-onet-profile';

const ONET = fileURLToPath(new URL('../../../shared/data/onet/', import.meta.url));
const MANAGERS = '11-3013.01';
const [page, profile, standard] = [realFileText('002'), realFileText('003'), realFileText('004')];
const present = existsSync(ONET) && page !== null && profile !== null && standard !== null;
if (!present)
  console.warn('NOT RUN ON THE REAL OCCUPATION: ../shared is not here, only own fixtures were tested.');
const FILES = [
  'data/crosswalks/CIP2020_SOC2018_Crosswalk.csv.gz',
  'data/crosswalks/ONET-SOC2019_structure.csv',
  'data/aei/labor_market_impacts/job_exposure.csv',
  'data/aei/labor_market_impacts/task_penetration.csv.gz',
  'data/ai-exposure-other/gpts-are-gpts_occ_level.csv',
  'data/ai-exposure-other/msft_soc_ai_applicability_scores.csv',
];

const fileOf = (name: string) => ({ name, checksum: createHash('sha256').update(name).digest('hex') });

describe.runIf(present)('11-3013.01 with every real source loaded', () => {
  let db: TestDatabase;
  let organizationId: string;
  const occupation = async (soc: string) =>
    describedOccupationSchema.parse(await db.tenant(organizationId, (ctx) => describeOccupation(ctx, soc)));
  beforeAll(async () => {
    db = await openTestDatabase();
    organizationId = (await db.newOrganization()).organizationId;
    for (const file of FILES) {
      const input = realInput(file);
      if (input) await takeSource(db, input);
    }
    await importRelease(db.system, `${ONET}30.2`);
    await importRelease(db.system, `${ONET}30.0-ratings`, { release: '30.0' });
    await importSharedFramework(db.system, parseExchangeText(page ?? '', '002'), fileOf('002'));
    const text = parseOnetProfile(profile ?? '', '003');
    await withSystem(db.system, (ctx) => importOnetProfile(ctx, text, fileOf('003')));
    const link = { socs: [MANAGERS], linkedBy: 'A. Person' };
    await takeSource(db, bytesInput('004', standard ?? '', 4_096), { link });
  });

  it('has the 67 anchors that the page prints, as sets, with the releases named', async () => {
    const { anchors } = await occupation(MANAGERS);
    if (!anchors) throw new Error('the anchors are missing');
    expect(anchors).toMatchObject({ source: 'onet', releases: ['30.2', '30.0'], count: 67 });
    const printed = parseExchangeText(page ?? '', '002').anchors;
    const names = [
      ['skills', 'skill', 22],
      ['knowledge', 'knowledge', 11],
      ['abilities', 'ability', 10],
      ['workStyles', 'work_style', 6],
      ['technology', 'technology', 10],
      ['tasks', 'task', 8],
      ['relatedTitles', 'related_title', 12],
    ] as const;
    for (const [list, kind, count] of names) {
      const texts = printed.filter((anchor) => anchor.kind === kind).map(({ text }) => text);
      expect(new Set(anchors[list]), list).toEqual(new Set(texts));
      expect(anchors[list], list).toHaveLength(count);
    }
  });

  it('has the tables in full, each from its release', async () => {
    const { attributes, attributeSources, related, titles } = await occupation(MANAGERS);
    const counts = Object.entries(attributes).map(([name, items]) => [name, items.length]);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ skills: 35, knowledge: 33, abilities: 52, workStyles: 21, technology: 33, tools: 13, tasks: 28 },
    });
    const releases = attributeSources.map(({ attribute, release }) => [attribute, release]);
    expect(Object.fromEntries(releases)).toMatchObject({ skills: '30.0', workStyles: '30.2', tasks: '30.2' });
    expect(related).toHaveLength(20);
    expect(titles).toHaveLength(48);
  });

  it('has the 13 programmes of its SOC code, its lineage, and the standard, overdue for review', async () => {
    const found = await occupation(MANAGERS);
    expect(found.cip).toHaveLength(13);
    expect(found.cip).toEqual(
      parseExchangeText(page ?? '', '002')
        .anchors.filter(({ kind }) => kind === 'cip')
        .map(({ text }) => text),
    );
    expect(found.lineage.map(({ code }) => code)).toEqual([
      ...['11-0000', '11-3000', '11-3010', '11-3013', MANAGERS],
    ]);
    expect(found.standards).toMatchObject([{ urn: 'SFSSCM4', version: '2', reviewOverdue: true }]);
    expect(found.rapids).toEqual([]);
  });

  it('has the evidence of the page and of the files, a parent named where the figure is its', async () => {
    const { evidence } = await occupation(MANAGERS);
    const of = (measure: string) => evidence.find((row) => row.measure === measure);
    expect(of('augment_share')).toMatchObject({ source: 'aei', release: 'release_2026_03_24', unit: '%' });
    expect(of('observed_exposure')).toMatchObject({
      value: 0.1345,
      inheritedFrom: '11-3013 Facilities Managers',
    });
    expect(of('tasks_with_observed_use')).toMatchObject({ n: 28 });
    expect(of('dv_rating_beta')).not.toHaveProperty('inheritedFrom');
    expect(of('ai_applicability_score')).toMatchObject({ inheritedFrom: '11-3013 Facilities Managers' });
    expect(of('score')).toMatchObject({ precision: 'category_estimate' });
  });

  it('says no data of an occupation without any, and flags ratings to be suppressed', async () => {
    const infantry = await occupation('55-3016.00');
    expect(Object.values(infantry.attributes).flat()).toEqual([]);
    expect(infantry.evidence).toMatchObject([{ measure: 'observed_exposure', value: 'no data' }]);
    const { suppressed } = await withSystem(db.system, async ({ tx }) => ({
      suppressed: await tx
        .selectFrom('onetRatings')
        .select(['soc', 'elementId'])
        .where('dataset', '=', 'knowledge')
        .where('scaleId', '=', 'IM')
        .where('suppress', '=', true)
        .orderBy('soc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    }));
    const { attributes } = await occupation(suppressed.soc);
    const item = attributes.knowledge.find(({ elementId }) => elementId === suppressed.elementId);
    expect(item).toEqual({ name: expect.any(String), elementId: suppressed.elementId, suppressed: true });
  });
});
