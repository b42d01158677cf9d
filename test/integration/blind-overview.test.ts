import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getLiveOverview } from '~/modules/capability/queries/get-live-overview';
import { ratingScene } from './rating-scene';

const db = await openTestDatabase();

it('the overview of a director has AI use as its page has it, of everybody unless ratings of some are blind', async () => {
  const scene = await ratingScene(db);
  const director = scene.viewer('director', 'M1', 'Gate');
  const read = () =>
    scene.inTenant(async (ctx) => {
      const question = { viewer: director, reach: 'subtree' } as const;
      const { sums } = await getLiveOverview(ctx, question);
      const none = { teamId: null, siteId: null, asOf: null, since: null };
      const { live } = await getAiReadiness(ctx, { ...question, rows: 'site', ...none });
      const page = live?.total.sums;
      expect(sums.ai).toMatchObject({
        withTarget: page?.withTarget,
        assessed: page?.pairs,
        attained: page?.attained,
      });
      return { all: sums.people, counted: sums.ai.people };
    });
  const { all, counted } = await read();
  expect(counted).toBeUndefined();
  const cycleId = await scene.newCycle({ people: ['P1'] });
  const pia = scene.viewer('employee', 'P1');
  await scene.save(pia, { of: 'P1', cycleId, dimension: 'fortitude', value: 4 });
  await scene.submit(pia, cycleId, 'P1');
  await scene.refresh();
  expect(await read()).toEqual({ all, counted: all - 1 });
});
