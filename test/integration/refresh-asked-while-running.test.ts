import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { enqueue } from '#jobs/enqueue';
import { freeKey } from '#jobs/free-key';
import { markPeopleChanged } from '#jobs/mark-changed';
import { openTestDatabase } from '#test/setup/database';
import { contestScene } from './contest-scene';

const db = await openTestDatabase();
const owner = postgres(db.urls.owner, { max: 2, onnotice: () => {} });
afterAll(() => owner.end());

it('a rating is submitted while a refresh runs: it does not wait for it, and asks for another one', async () => {
  const { organizationId, inTenant, idOf } = await contestScene(db);
  const key = `refresh-capability:${organizationId}:one`;
  const jobs = () => owner<{ lockedBy: string | null; attempts: number }[]>`
    select j.locked_by as "lockedBy", j.attempts from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'refresh-capability' and j.payload ->> 'organizationId' = ${organizationId} order by j.id`;
  const [job] = await owner<{ id: string }[]>`
    update graphile_worker._private_jobs set locked_by = 'running', locked_at = now(), attempts = 1
     where key = ${key} returning id::text`;
  const taken = { jobId: job?.id ?? '', workerId: 'running', name: 'refresh-capability' } as const;
  await freeKey((text, values) => owner.unsafe(text, values as never), taken);
  await owner.begin(async (running) => {
    await running`select 1 from graphile_worker._private_jobs where id = ${taken.jobId} for share`;
    await inTenant(async (ctx) => {
      await sql`set local lock_timeout = '2s'`.execute(ctx.tx);
      await markPeopleChanged(ctx, [idOf('P1')]);
    });
  });
  expect(await jobs()).toEqual([
    { lockedBy: 'running', attempts: 1 },
    { lockedBy: null, attempts: 0 },
  ]);
});

it('disagreements wait to be put in order while an ordering runs: a job of its own is added', async () => {
  const { organizationId, inTenant } = await contestScene(db);
  const ask = () => inTenant((ctx) => enqueue(ctx, 'order-disagreements', {}));
  await ask();
  const [job] = await owner<{ id: string }[]>`
    update graphile_worker._private_jobs set locked_by = 'running', locked_at = now(), attempts = 1
     where key = ${`order-disagreements:${organizationId}:one`} returning id::text`;
  const taken = { jobId: job?.id ?? '', workerId: 'running', name: 'order-disagreements' } as const;
  await freeKey((text, values) => owner.unsafe(text, values as never), taken);
  await ask();
  const jobs = await owner`
    select j.locked_by as "lockedBy", j.attempts from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'order-disagreements' and j.payload ->> 'organizationId' = ${organizationId} order by j.id`;
  // The one that runs keeps its attempts: it is not ended by who asks again.
  expect(jobs.map(({ lockedBy, attempts }) => [lockedBy, attempts])).toEqual([
    ['running', 1],
    [null, 0],
  ]);
});
