import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { bytesInput, fixtureInput, fixtureText } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { joinTasksOfOnet } from '~/modules/occupations/commands/import-ai-evidence-tasks';
import { exposuresOf, patternShares } from '~/modules/occupations/queries/ai-evidence-exposures';
import { aiEvidenceOf } from '~/modules/occupations/queries/ai-evidence-of';

const GUARDS = '33-9032.00';
let db: TestDatabase;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  reader = (await db.newOrganization()).organizationId;
});

/** Tasks of an O*NET release in our own words. */
async function* tasks() {
  yield { soc: GUARDS, taskId: '11', text: 'Walk round the building at night.' };
  yield { soc: '11-3013.00', taskId: '11', text: 'Walk round the building at night.' };
  yield { soc: GUARDS, taskId: '12', text: 'Write down who came in, and when.' };
  yield { soc: GUARDS, taskId: '13', text: 'Teach new guards what a key card is.' };
}
const join = () =>
  withSystem(db.system, (ctx) => joinTasksOfOnet(ctx, { release: '30.2', taskTexts: tasks() }));
const evidence = async (soc: string, kinds?: readonly string[]) =>
  (await db.tenant(reader, (ctx) => aiEvidenceOf(ctx, soc))).evidence.filter(
    ({ measure }) => !kinds || kinds.includes(measure),
  );

describe('figures about AI', () => {
  it('are none before any file is loaded', async () => {
    expect(await evidence(GUARDS)).toEqual([]);
    expect(await db.tenant(reader, (ctx) => exposuresOf(ctx, [GUARDS]))).toMatchObject({ release: null });
  });

  it('name the SOC occupation whose value stands for a detailed one, and tell 0 from no data', async () => {
    const report = await takeSource(db, fixtureInput('job-exposure.csv'), {
      release: 'labor_market_impacts',
    });
    expect(report).toMatchObject({ kind: 'aei_job_exposure', rows: 3, counts: { figures: 3, repeated: 0 } });
    const head = { source: 'aei', release: 'labor_market_impacts', measure: 'observed_exposure' };
    const row = { ...head, unit: '0-1' };
    expect(await evidence('11-3013.01')).toEqual([
      { ...row, value: 0.1345, inheritedFrom: '11-3013 Facilities Managers' },
    ]);
    expect(await evidence('13-1199.07')).toMatchObject([
      { value: 0.1846, inheritedFrom: '13-1199 Business Operations Specialists, All Other' },
    ]);
    expect(await evidence('11-3013.00')).toEqual([{ ...row, value: 0.1345 }]);
    expect(await evidence(GUARDS)).toEqual([{ ...row, value: 0 }]);
    expect(await evidence('15-1252.00')).toEqual([{ ...head, value: 'no data' }]);
    const { bySoc } = await db.tenant(reader, (ctx) =>
      exposuresOf(ctx, ['11-3013.01', GUARDS, '15-1252.00']),
    );
    expect([...bySoc.values()]).toEqual([
      { exposure: 0.1345, inheritedFrom: '11-3013 Facilities Managers' },
      { exposure: 0, inheritedFrom: null },
      { exposure: null, inheritedFrom: null },
    ]);
  });

  it('join tasks by their text and tell what has none', async () => {
    expect(await join()).toBe(4);
    const report = await takeSource(db, fixtureInput('task-penetration.csv'));
    expect(report.counts).toMatchObject({ figures: 5, repeated: 1, matchedTasks: 4, unmatchedTasks: 1 });
    expect(report.warnings[0]?.detail).toContain('lost umbrellas');
    expect(await evidence(GUARDS, ['tasks_with_observed_use'])).toMatchObject([
      { value: 2, n: 3, unit: 'tasks' },
    ]);
    expect(await evidence('11-3013.00', ['tasks_with_observed_use'])).toMatchObject([{ value: 0, n: 1 }]);
    expect(await evidence('11-1011.00', ['tasks_with_observed_use'])).toEqual([]);
  });

  it('divide a task of several occupations between them, and find old tasks in the list that came with them', async () => {
    await takeSource(db, fixtureInput('task-share.csv'));
    expect(await evidence(GUARDS, ['conversation_share'])).toMatchObject([{ value: 1.75, unit: '%', n: 2 }]);
    const list = await takeSource(db, fixtureInput('task-list.csv'));
    expect(list).toMatchObject({ kind: 'aei_task_statements', rows: 3, counts: { tasks: 3 } });
    expect(await evidence(GUARDS, ['conversation_share'])).toMatchObject([{ value: 3.75, n: 3 }]);
    expect(await evidence('11-3013.00', ['conversation_share'])).toMatchObject([{ value: 0.25, n: 1 }]);
  });

  it('count shares of augmentation over known patterns only', async () => {
    await takeSource(db, fixtureInput('patterns.csv'));
    await takeSource(db, fixtureInput('task-patterns.csv'));
    expect(await evidence(GUARDS, ['augment_share'])).toMatchObject([{ value: 50, unit: '%', n: 1 }]);
    const shares = await db.tenant(reader, patternShares);
    expect(shares[0]?.augmentShare).toBeCloseTo(55.555_555, 5);
  });

  it('leave out what stands for a missing value', async () => {
    const report = await takeSource(
      db,
      bytesInput('data/release_2025_02_10/wages.csv', fixtureText('wages.csv')),
    );
    expect(report).toMatchObject({
      kind: 'aei_wages',
      release: 'release_2025_02_10',
      rows: 2,
      counts: { figures: 6 },
    });
    const measures = await withSystem(db.system, ({ tx }) =>
      tx.selectFrom('aiFigures').select(['measure', 'figure']).where('subject', '=', '11-3013.01').execute(),
    );
    expect(measures.map(({ measure }) => measure).sort()).toEqual(['job_openings', 'median_pay']);
    expect(await evidence('11-3013.01', ['chance_of_automation', 'median_pay'])).toEqual([]);
  });

  it('read the long format: usage by tasks, specials and other places left out', async () => {
    const report = await takeSource(db, fixtureInput('usage-facets.csv'), { release: 'release_2026_03_24' });
    expect(report).toMatchObject({ kind: 'aei_usage', rows: 15, counts: { figures: 15 } });
    const rows = (await evidence(GUARDS)).filter(({ release }) => release === 'release_2026_03_24');
    const platform = { source: 'aei', release: 'release_2026_03_24', precision: 'Claude AI (Free and Pro)' };
    expect(rows).toEqual([
      { ...platform, measure: 'task_observations', value: 400, unit: 'observations', n: 2 },
      { ...platform, measure: 'augment_share', value: 75, unit: '%', n: 240 },
      { ...platform, measure: 'time_saved', value: 75, unit: '%', n: 300 },
      { ...platform, measure: 'ai_autonomy', value: 2.75, unit: '1-5', n: 400 },
    ]);
  });

  it('read the long format from June 2026 on beside it, by codes', async () => {
    await takeSource(db, fixtureInput('usage-metrics.csv'), { release: 'release_2026_06_26' });
    const rows = (await evidence('11-3013.01')).filter(({ release }) => release === 'release_2026_06_26');
    expect(rows.map(({ measure, value, inheritedFrom }) => [measure, value, inheritedFrom])).toEqual([
      ['time_saved', 75, '11-3013 Facilities Managers'],
      ['ai_autonomy', 3.25, '11-3013 Facilities Managers'],
    ]);
  });

  it('score the most important skill that has a score', async () => {
    const report = await takeSource(db, fixtureInput('skill-scores.csv'));
    expect(report).toMatchObject({
      release: 'arXiv:2604.06906',
      rows: 3,
      counts: { figures: 2, rowsWithoutFigure: 1 },
    });
    const skills = [
      { elementId: '2.A.1.a', name: 'Reading Comprehension', importance: 4.5 },
      { elementId: '2.A.1.b', name: 'Active Listening', importance: 4.12 },
      { elementId: '2.A.2.a', name: 'Critical Thinking', importance: 4.25 },
    ];
    const { evidence: rows } = await db.tenant(reader, (ctx) => aiEvidenceOf(ctx, GUARDS, skills));
    const safi = { source: 'safi', release: 'arXiv:2604.06906', precision: 'category_estimate' };
    expect(rows.filter(({ source }) => source === 'safi')).toEqual([
      { ...safi, measure: 'top_skill', value: 'Critical Thinking' },
      { ...safi, measure: 'score', value: 57.9, unit: '0-100' },
    ]);
  });

  it('are those of the release loaded last, and of an earlier one when that comes again', async () => {
    const exposures = async () =>
      (await evidence('11-3013.00', ['observed_exposure'])).map(({ release, value }) => [release, value]);
    const later = fixtureText('job-exposure.csv').replace('0.1345', '0.2');
    await takeSource(db, bytesInput('later.csv', later), { release: 'later' });
    expect(await exposures()).toEqual([['later', 0.2]]);
    const { bySoc, release } = await db.tenant(reader, (ctx) => exposuresOf(ctx, ['11-3013.00']));
    expect([release, bySoc.get('11-3013.00')?.exposure]).toEqual(['later', 0.2]);
    const again = await takeSource(db, fixtureInput('job-exposure.csv'));
    expect(again).toMatchObject({ changed: true, release: 'labor_market_impacts' });
    expect(await exposures()).toEqual([['labor_market_impacts', 0.1345]]);
  });

  it('name the sources of what is shown', async () => {
    const { evidence: rows, sourceIds } = await db.tenant(reader, (ctx) => aiEvidenceOf(ctx, GUARDS));
    const sources = await withSystem(db.system, ({ tx }) =>
      tx.selectFrom('sources').select(['sourceId', 'release', 'licence']).execute(),
    );
    const shown = sources.filter(({ sourceId }) => sourceIds.includes(sourceId));
    expect(new Set(rows.map(({ release }) => release))).toEqual(new Set(shown.map(({ release }) => release)));
    expect(shown.every(({ licence }) => licence === 'CC BY')).toBe(true);
  });
});
