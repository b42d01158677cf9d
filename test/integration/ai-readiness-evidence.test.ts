import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXCHANGE_FIXTURE, fixtureText, realFileText } from '#test/fixtures/frameworks/read-framework-file';
import { fixtureInput, realInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { getReadinessDetail } from '~/modules/capability/queries/ai-readiness/get-readiness-detail';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { GUARDS, MANAGERS, ReadinessScene } from './readiness-scene';

const PAGE = realFileText('002');
const INDEX = realInput('data/aei/labor_market_impacts/job_exposure.csv');
const hasReal = PAGE !== null && INDEX !== null;
if (!hasReal)
  console.warn('NOT RUN ON THE REAL EVIDENCE: ../shared is not here, only own fixtures were tested.');

async function importPage(db: TestDatabase, text: string, name: string): Promise<void> {
  const checksum = createHash('sha256').update(name).digest('hex');
  await importSharedFramework(db.system, parseExchangeText(text, name), { name, checksum });
}

/** Twelve people of the occupation, three at each of the levels 0 to 3, as an HR partner opens the occupation. */
async function opened(db: TestDatabase, soc: string) {
  const scene = await ReadinessScene.open(db);
  const people = Array.from({ length: 12 }, (_, index) => ({
    ...{ name: `P${index}`, team: 'Alpha', site: 'Harbour', soc },
    band: 3,
  }));
  await scene.people(people);
  await scene.rate(people.map(({ name }, index) => [name, index % 4]));
  await scene.refresh();
  const view = await scene.read(await scene.viewer('hr_partner'));
  const detail = await scene.inTenant((ctx) => getReadinessDetail(ctx, view, soc));
  return { row: view.live?.rows.find(({ id }) => id === soc), detail, live: view.live };
}

const measures = (detail: Awaited<ReturnType<typeof opened>>['detail']) =>
  new Map(detail?.evidence?.map((one) => [one.measure, one]));

describe('the evidence of an occupation', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await importPage(db, fixtureText(EXCHANGE_FIXTURE), 'page.txt');
    await takeSource(db, fixtureInput('job-exposure.csv'), { release: 'labor_market_impacts' });
  });

  it('stands beside its figures with release, n, augment share, time saved, autonomy and precision', async () => {
    const { detail, row } = await opened(db, GUARDS);
    const found = measures(detail);
    expect(found.get('task_observations')).toMatchObject({ value: 1204 });
    expect(found.get('augment_share')).toMatchObject({ value: 61.5, release: 'release_2026_03_24' });
    expect(found.get('time_saved')).toMatchObject({ value: 40 });
    expect(found.get('ai_autonomy')).toMatchObject({ value: 3.1 });
    expect(found.get('score')).toMatchObject({ value: 48.2, precision: expect.any(String) });
    expect(row?.exposure).toEqual({ exposure: 0, inheritedFrom: null });
  });

  it('gives each level the statements of the next one as its goals', async () => {
    const { detail } = await opened(db, GUARDS);
    expect(detail?.goals.map(({ from, people, to }) => [from, people, to.rank])).toEqual([
      [0, 3, 1],
      [1, 3, 2],
      [2, 3, 3],
      [3, 3, 4],
    ]);
    expect(detail?.goals[0]?.to.statements[0]?.label).toBe('Plain log entries');
  });
});

describe.runIf(hasReal)('11-3013.01 on the real page and the real index', () => {
  it('has the page’s evidence, and from the index the value of its parent, Facilities Managers', async () => {
    const db = await openTestDatabase();
    await importPage(db, PAGE ?? '', '002');
    if (INDEX) await takeSource(db, INDEX);
    const { detail, row, live } = await opened(db, MANAGERS);
    expect(row?.exposure).toEqual({ exposure: 0.1345, inheritedFrom: '11-3013 Facilities Managers' });
    expect(live?.exposureRelease).toBe('labor_market_impacts');
    const found = measures(detail);
    const page = { source: 'aei', release: 'release_2026_03_24' };
    expect(found.get('task_observations')).toMatchObject({ ...page, value: 9247 });
    expect(found.get('augment_share')).toMatchObject({ ...page, value: 95, unit: '%' });
    expect(found.get('time_saved')).toMatchObject({ ...page, value: 85.4 });
    expect(found.get('ai_autonomy')).toMatchObject({ ...page, value: 2.84 });
    expect(found.get('score')).toMatchObject({ value: 57.9, precision: 'category_estimate' });
    expect(found.get('observed_exposure')).toMatchObject({
      ...{ value: 0.1345, release: 'labor_market_impacts', inheritedFrom: '11-3013 Facilities Managers' },
    });
    expect(detail?.goals).toHaveLength(4);
    const exposure = detail?.why.find(({ figure }) => figure === 'exposure');
    expect(exposure?.inputs.map(({ value }) => value)).toContain('11-3013 Facilities Managers');
  });
});
