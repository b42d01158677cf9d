import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import {
  EXCHANGE_FIXTURE,
  fixtureText as frameworkText,
  LER_FIXTURE,
} from '#test/fixtures/frameworks/read-framework-file';
import { importRelease } from '#test/fixtures/onet/import-release';
import { PROFILE_TEXT } from '#test/fixtures/onet/profile-text';
import { GUARDS, MANAGERS, OTHERS, releaseFiles } from '#test/fixtures/onet/release-files';
import { releaseFolders } from '#test/fixtures/onet/write-release';
import { bytesInput, fixtureInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { findCitedSource } from '~/modules/frameworks/queries/cited-source';
import {
  describedOccupationSchema,
  describeOccupation,
} from '~/modules/frameworks/queries/describe-occupation';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { importOnetProfile } from '~/modules/occupations/commands/import-onet-profile';
import { parseOnetProfile } from '~/modules/occupations/domain/onet/parse-onet-profile';
import { describeStandard } from '~/modules/occupations/queries/describe-standard';

const SCREENERS = '33-9093.00';
const SCORES = `skill_element_id,score,release,precision
2.A.2.d,57.9,arXiv:2604.06906,category_estimate
2.A.1.a,45.5,arXiv:2604.06906,measured
`;
let db: TestDatabase;
let a: string;
let b: string;

const fileOf = (name: string) => ({ name, checksum: createHash('sha256').update(name).digest('hex') });
const occupation = async (soc: string, organizationId = b) =>
  describedOccupationSchema.parse(await db.tenant(organizationId, (ctx) => describeOccupation(ctx, soc)));

beforeAll(async () => {
  db = await openTestDatabase();
  [a, b] = [(await db.newOrganization()).organizationId, (await db.newOrganization()).organizationId];
  const write = await releaseFolders();
  await importRelease(db.system, await write.folder('30.2', releaseFiles('A2')));
  const page = parseExchangeText(frameworkText(EXCHANGE_FIXTURE), 'page.txt');
  await importSharedFramework(db.system, page, fileOf('page.txt'));
  const profile = parseOnetProfile(PROFILE_TEXT.replace(GUARDS, SCREENERS), 'profile.txt');
  await withSystem(db.system, (ctx) => importOnetProfile(ctx, profile, fileOf('profile.txt')));
  for (const file of ['crosswalk.csv', 'job-exposure.csv']) await takeSource(db, fixtureInput(file));
  await takeSource(db, bytesInput('scores.csv', SCORES));
  const link = { socs: [MANAGERS], linkedBy: 'A. Person' };
  await takeSource(db, fixtureInput('standard.txt'), { link });
});

describe('an occupation of which everything is known', () => {
  it('has its attributes with the figures of the source, marks what is suppressed or not relevant', async () => {
    const { attributes, attributeSources } = await occupation(MANAGERS);
    expect(attributes.skills).toEqual([
      { name: 'Monitoring', elementId: '2.A.2.d', importance: 4.12, level: 4, n: 8 },
      { name: 'Reading Comprehension', elementId: '2.A.1.a', importance: 3.88, level: 4.12, n: 8 },
      { name: 'Repairing', elementId: '2.B.3.l', importance: 1.25, n: 8, notRelevant: true },
      { name: 'Learning Strategies', elementId: '2.A.2.c', suppressed: true },
    ]);
    expect(attributes.workStyles.map(({ name, impact }) => [name, impact])).toEqual([
      ['Caution', 2.3],
      ['Innovation', -0.5],
    ]);
    expect(attributes.technology[1]).toMatchObject({ category: 'Video software', hot: true, inDemand: true });
    expect(attributes.tasks.map(({ type }) => type)).toEqual(['Core', 'Core', undefined]);
    expect(attributeSources).toContainEqual({ attribute: 'skills', source: 'onet', release: '30.2' });
  });

  it('has the panel of anchors, computed from the release, without what is suppressed', async () => {
    const { anchors } = await occupation(MANAGERS);
    expect(anchors).toMatchObject({
      source: 'onet',
      releases: ['30.2'],
      skills: ['Monitoring', 'Reading Comprehension'],
      technology: ['Calendar software', 'Video software'],
      relatedTitles: ['Security Lead', 'Chief Guard Officer'],
      count: 2 + 0 + 0 + 2 + 2 + 3,
    });
  });

  it('has titles of both kinds, related occupations by tier, programmes of its SOC code, and its job zone', async () => {
    const found = await occupation(MANAGERS);
    expect(found).toMatchObject({ jobZone: 4, jobZoneInferred: false, group: null, rapids: [] });
    expect(found.description).toContain('Lead the security');
    expect(found.titles.map(({ title, kind }) => `${kind}: ${title}`)).toEqual([
      'alternate: Security Lead',
      'alternate: Chief Guard Officer',
      'reported: Head of Security',
    ]);
    expect(found.related.map(({ soc, tier }) => [soc, tier])).toEqual([
      [GUARDS, 'Primary-Short'],
      [OTHERS, 'Supplemental'],
    ]);
    expect(found.cip).toEqual(['15.1501', '19.0604']);
    expect(found.programmes).toMatchObject({
      inheritedFrom: '11-3013 Facilities Managers',
      items: [{ code: '15.1501', title: 'Making Things Work.' }, { code: '19.0604' }],
    });
  });

  it("says whose figure it is, and scores the occupation's most important skill that has a score", async () => {
    const { evidence } = await occupation(MANAGERS);
    expect(evidence).toContainEqual({
      source: 'aei',
      release: 'labor_market_impacts',
      measure: 'observed_exposure',
      value: 0.1345,
      unit: '0-1',
      inheritedFrom: '11-3013 Facilities Managers',
    });
    const head = { source: 'safi', release: 'arXiv:2604.06906', precision: 'category_estimate' };
    expect(evidence).toContainEqual({ ...head, measure: 'top_skill', value: 'Monitoring' });
    expect(evidence).toContainEqual({ ...head, measure: 'score', value: 57.9, unit: '0-100' });
  });

  it('has the standard that a person linked, overdue for review, and every source with its licence', async () => {
    const { standards, sources } = await occupation(MANAGERS);
    expect(standards).toEqual([
      {
        ...{ urn: 'TSTDK12', title: 'Keep a door', version: '3', reviewDate: 'Mar 2019' },
        ...{ reviewOverdue: true, linkedBy: 'A. Person' },
      },
    ]);
    expect(sources.map(({ kind }) => kind).sort()).toEqual([
      ...['aei_job_exposure', 'cip_soc_crosswalk', 'onet', 'safi_scores', 'uk_nos'],
    ]);
    expect(sources.find(({ kind }) => kind === 'onet')).toMatchObject({
      release: '30.2',
      licence: 'CC BY 4.0',
      attribution: expect.stringContaining('O*NET 30.2 Database'),
    });
  });
});

describe('an occupation of which several sources know a part', () => {
  it('takes each attribute from the best source that has it, and mixes none', async () => {
    const { attributes, attributeSources, anchors, cip, titles } = await occupation(GUARDS);
    expect(attributeSources.map(({ attribute, source, release }) => [attribute, source, release])).toEqual([
      ['skills', 'page', null],
      ['knowledge', 'page', null],
      ['abilities', 'page', null],
      ['workStyles', 'page', null],
      ['technology', 'page', null],
      ['tools', 'onet', '30.2'],
      ['tasks', 'onet', '30.2'],
    ]);
    expect(attributes.tasks).toEqual([{ name: 'Walk the round every hour.', taskId: 201, type: 'Core' }]);
    expect(attributes.skills.every((skill) => Object.keys(skill).join() === 'name')).toBe(true);
    expect(anchors).toMatchObject({ source: 'onet', count: 1 });
    expect(cip).toEqual(['43.0112']);
    expect(titles.map(({ title }) => title)).toEqual(['Doorkeeper', 'Gate Guard']);
  });

  it('shows an exposure of 0 as the figure that it is, beside what a page prints', async () => {
    const { evidence } = await occupation(GUARDS);
    expect(evidence.find(({ measure }) => measure === 'observed_exposure')).toMatchObject({ value: 0 });
    expect(evidence.filter(({ source }) => source === 'aei').length).toBeGreaterThan(4);
    expect(evidence.map(({ source }) => source)).toEqual(
      [...evidence.map(({ source }) => source)].sort((x, y) => order(evidence, x) - order(evidence, y)),
    );
  });

  it('takes a profile text of unknown release where there is nothing else, and its missing skills for empty', async () => {
    const { attributes, attributeSources, anchors, sources, description } = await occupation(SCREENERS);
    expect(attributes.skills).toEqual([]);
    expect(attributes.tools).toEqual([{ name: 'Torch', category: 'Flashlight' }, { name: 'Whistle' }]);
    expect(new Set(attributeSources.map(({ source }) => source))).toEqual(new Set(['profile']));
    expect(anchors).toMatchObject({ source: 'profile', releases: [], skills: [] });
    expect(sources.find(({ kind }) => kind === 'onet-profile')).toMatchObject({ release: 'unknown' });
    expect(description).toContain('Watch over a place');
  });
});

const order = (rows: readonly { readonly source: string }[], source: string) =>
  rows.findIndex((row) => row.source === source);

describe('an occupation of which nothing but its name is known', () => {
  it('has empty lists, no anchors, and no data where an exposure is not published', async () => {
    const found = await occupation(OTHERS);
    expect(Object.values(found.attributes).flat()).toEqual([]);
    expect(found).toMatchObject({
      ...{ attributeSources: [], anchors: null, titles: [], related: [], cip: [], rapids: [], lineage: [] },
      ...{ standards: [], frameworks: [], jobZone: null, programmes: { inheritedFrom: null, items: [] } },
    });
    expect(found.evidence).toEqual([
      { source: 'aei', release: 'labor_market_impacts', measure: 'observed_exposure', value: 'no data' },
    ]);
  });
});

describe('a cited source', () => {
  const cited = async (instrument: 'ai_use' | 'mastery', cite: string, organizationId = b) =>
    db.tenant(organizationId, async (ctx) => {
      const framework = await getFramework(ctx, { soc: GUARDS, instrument });
      return findCitedSource(ctx, { cite, framework, occupation: await describeOccupation(ctx, GUARDS) });
    });

  it('opens with its release, licence, figures, and how many statements cite it', async () => {
    const source = await cited('ai_use', 'aei');
    expect(source).toMatchObject({
      key: 'aei',
      standard: null,
      titles: [expect.stringContaining('release_')],
    });
    expect(source?.statements).toBeGreaterThan(0);
    expect(source?.sources.map(({ kind }) => kind)).toEqual(['aei_job_exposure']);
    expect(source?.evidence.every((row) => row.source === 'aei')).toBe(true);
  });

  it('opens nothing that no statement cites', async () => {
    expect(await cited('ai_use', 'nobody')).toBeNull();
    expect(await cited('ai_use', 'TSTDK12#P2')).toBeNull();
  });

  it('opens the statement of a national standard, for the organization whose framework cites it alone', async () => {
    const document = parseLerJson(frameworkText(LER_FIXTURE), 'own.json');
    const cites = [{ source: 'TSTDK12#P2', title: 'Keep a door' }];
    const own = {
      ...document,
      frameworks: document.frameworks.map((framework) => ({
        ...framework,
        statements: framework.statements.map((statement) => ({ ...statement, citations: cites })),
      })),
    };
    await db.tenant(a, (ctx) => importFramework({ scope: 'own', ctx }, own, fileOf('own.json')));
    expect((await cited('mastery', 'TSTDK12#P2', a))?.standard).toMatchObject({
      id: 'TSTDK12#P2',
      version: '3',
      text: 'ask whoever is not on it for a name and write it down',
    });
    const toOthers = await db.tenant(b, (ctx) => describeOccupation(ctx, GUARDS));
    expect(toOthers.frameworks.every((framework) => !framework.own)).toBe(true);
  });
});

describe('a national standard', () => {
  it('is told with its versions, criteria, links and source', async () => {
    const { standard, sources } = await db.tenant(b, (ctx) =>
      describeStandard(ctx, { urn: 'tst dk 12', asOf: '2026-11-21' }),
    );
    expect(standard).toMatchObject({
      ...{ urn: 'TSTDK12', versions: ['3'], reviewOverdue: true },
      occupations: [{ soc: MANAGERS, title: 'Security Managers', linkedBy: 'A. Person' }],
    });
    expect(standard.performance.flatMap(({ statements }) => statements.map(({ id }) => id))).toEqual([
      ...['TSTDK12#P1', 'TSTDK12#P2', 'TSTDK12#P3', 'TSTDK12#P4'],
    ]);
    expect(standard).not.toHaveProperty('sourceId');
    expect(sources).toMatchObject([{ kind: 'uk_nos', attribution: 'Skills for Doors' }]);
  });
});
