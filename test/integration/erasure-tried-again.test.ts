import postgres from 'postgres';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { runOperation } from '#jobs/run-operation';
import { askToErase } from '#test/proofs/erasure/run-erasure';
import { openTestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { getOperation } from '~/modules/organizations/queries/get-operation';
import { lockPreviews } from '~/modules/people/data/preview-lock';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { TeamScene } from './team-scene';

const db = await openTestDatabase();
const { logger } = keepLogLines('worker');

it('an erasure that meets a long preview is tried again', async () => {
  const scene = await TeamScene.open(db, ['North']);
  const { organizationId } = scene;
  const employeeId = (await scene.in((ctx) => listIdsByExternalId(ctx, ['E0']))).get('E0') ?? '';
  const operationId = await askToErase({ db, organizationId, logger }, employeeId);
  const state = async () =>
    (await scene.in((ctx) => getOperation(ctx, { kind: 'user', id: 'test', role: 'owner' }, operationId)))
      .state;
  const inTenant: TeamScene['in'] = (work) => scene.in(work);
  const run = () =>
    runOperation(
      { inTenant, mayStill: async () => true, logger },
      { operationId, input: z.unknown() },
      async () => {
        await inTenant((ctx) => lockPreviews(ctx, 20));
        return { summary: [] };
      },
    );
  const holder = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  await holder.begin(async (held) => {
    await held`select pg_advisory_xact_lock_shared(hashtextextended(${`import-previews:${organizationId}`}, 0))`;
    await expect(run()).rejects.toMatchObject({ code: '55P03' });
    expect(await state()).toBe('running');
  });
  await holder.end();
  await run();
  expect(await state()).toBe('done');
});
