import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { replaceOverviewSnapshot } from '~/modules/capability/data/overview-snapshots';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getLiveOverview } from '~/modules/capability/queries/get-live-overview';
import { ratingScene } from './rating-scene';

const db = await openTestDatabase();

it('the overview of a director has AI use as its page has it, of everybody, and none where its page is closed', async () => {
  const scene = await ratingScene(db);
  const director = scene.viewer('director', 'M1', 'Gate');
  const read = () =>
    scene.inTenant(async (ctx) => {
      const question = { viewer: director, reach: 'subtree' } as const;
      const { sums, past } = await getLiveOverview(ctx, question);
      const none = { teamId: null, siteId: null, asOf: null, since: null };
      const { live } = await getAiReadiness(ctx, { ...question, rows: 'site', ...none });
      const page = live?.total.sums;
      expect(sums.ai).toMatchObject({ assessed: page?.pairs, attained: page?.attained });
      const trend = past.map((day) => day.sums.ai.closed ?? false);
      return { closed: sums.ai.closed ?? false, onPage: live?.total.closed ?? false, trend };
    });
  await scene.rate(
    [
      'employee_external_id,rater,assessed_on,dimension,level',
      ...['P1', 'P2', 'P3'].map((one) => `${one},manager,2026-09-01,ai_use,2`),
      '',
    ].join('\n'),
  );
  await scene.refresh();
  await scene.inTenant(async (ctx) => {
    const { teams } = await getLiveOverview(ctx, { viewer: director, reach: 'subtree' });
    const stamp = { asOf: '2026-08-31', computedAt: ctx.now, formulaVersion: '1' };
    await replaceOverviewSnapshot(ctx, teams, stamp);
  });
  expect(await read()).toEqual({ closed: false, onPage: false, trend: [false] });
  const cycleId = await scene.newCycle({ people: ['P1'] });
  const pia = scene.viewer('employee', 'P1');
  await scene.save(pia, { of: 'P1', cycleId, dimension: 'fortitude', value: 4 });
  await scene.submit(pia, cycleId, 'P1');
  await scene.refresh();
  expect(await read()).toEqual({ closed: true, onPage: true, trend: [true] });
  const mara = { ...director, role: 'employee', teamScope: [] } as const;
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'fortitude', value: 1 });
  await scene.submit(mara, cycleId, 'P1');
  await scene.refresh();
  expect(await read()).toEqual({ closed: false, onPage: false, trend: [false] });
});
