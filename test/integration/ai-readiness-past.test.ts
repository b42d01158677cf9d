import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { getOverview } from '~/modules/capability/queries/get-overview';
import { GUARDS, ReadinessScene } from './readiness-scene';

const db = await openTestDatabase();
const NAMES = ['A', 'B', 'C'];

/** Three people whom the manager rates at one level in AI use and Critical Thinking, on the scene's day. */
async function rateBoth(scene: ReadinessScene, level: number): Promise<void> {
  await scene.rate(NAMES.map((name) => [name, level]));
  const lines = NAMES.map((name) => `${name},manager,${scene.day},critical_thinking,${level}`);
  const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
  const given = { file: 'c.csv', today: scene.day, importedBy: 'test', text };
  await scene.inTenant((ctx) => importAssessments(ctx, given));
}

describe('AI-readiness of a day that is over', () => {
  it('stands beside the skills of that day, and today beside those of today', async () => {
    const scene = await ReadinessScene.open(db);
    await scene.people(NAMES.map((name) => ({ name, team: 'North', site: 'Harbour', soc: GUARDS, band: 2 })));
    await rateBoth(scene, 1);
    await scene.refresh();
    const then = scene.day;
    scene.day = '2026-11-11';
    await rateBoth(scene, 3);
    await scene.refresh();
    const hr = await scene.viewer('hr_partner');
    const thinking = async (asOf: string | null) => {
      const { live } = await scene.read(hr, { asOf });
      const skill = live?.beside.find(({ dimension }) => dimension === 'critical_thinking');
      return [live?.total.sums.levels, skill?.people, skill?.mean];
    };
    expect(await thinking(null)).toEqual([[0, 0, 0, 3, 0], 3, 3]);
    expect(await thinking(then)).toEqual([[0, 3, 0, 0, 0], 3, 1]);
  });
});

describe('the tile of AI-readiness', () => {
  it('is the total of the page', async () => {
    const scene = await ReadinessScene.open(db);
    await scene.people(NAMES.map((name) => ({ name, team: 'North', site: 'Harbour', soc: GUARDS, band: 3 })));
    await scene.rate([
      ['A', 1],
      ['B', 3],
    ]);
    await scene.refresh();
    const hr = await scene.viewer('hr_partner');
    const page = (await scene.read(hr)).live?.total;
    const view = await scene.inTenant((ctx) => getOverview(ctx, { viewer: hr, reach: 'all' }));
    const tile = view.kind === 'live' ? view.tiles.find(({ key }) => key === 'aiReadiness') : undefined;
    expect(page?.figures.readiness).toBeCloseTo(200 / 3, 9);
    expect(tile?.value).toBeCloseTo(page?.figures.readiness ?? Number.NaN, 9);
    expect(tile?.driver).toBe('Mean of 2 people assessed; 1 more has a target and no rating.');
  });
});
