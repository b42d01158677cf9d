import { expect, it } from 'vitest';
import { seedOrganization } from '#test/factories/seed-organization';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { lockRefresh } from '~/modules/capability/data/dirty-lists';
import { openWorkerScene } from './worker-scene';

const scene = await openWorkerScene();
const { admin, db, organization, inTenant, startWorker, until } = scene;
const other = await seedOrganization(db, { letter: 'v', passwordHash: 'none' });

const waitingOf = async (organizationId: string) => {
  const [row] = await admin<{ running: number; waiting: number; dirty: number }[]>`
    select count(*) filter (where j.locked_by is not null)::int as running,
           count(*) filter (where j.locked_by is null)::int as waiting,
           (select count(*)::int from dirty_people where organization_id = ${organizationId}::uuid) as dirty
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'refresh-capability' and j.payload ->> 'organizationId' = ${organizationId}`;
  return row ?? { running: 0, waiting: 0, dirty: 0 };
};

it('figures of one organization take one slot of the worker, however often they are asked for', async () => {
  await admin`delete from graphile_worker._private_jobs`;
  await scene.markAll();
  const over = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holder = inTenant(async (ctx) => {
    await lockRefresh(ctx);
    held.resolve();
    await over.promise;
  });
  await Promise.race([held.promise, holder]);
  try {
    await startWorker();
    await until(async () => (await waitingOf(organization.organizationId)).running === 1, 20_000);
    // The job that runs has given up its key: this one is added beside it, and would wait for the same lock.
    await scene.markAll();
    expect(await waitingOf(organization.organizationId)).toMatchObject({ running: 1, waiting: 1 });
    await db.tenant(other.organizationId, markEverythingChanged);
    await until(async () => (await waitingOf(other.organizationId)).dirty === 0, 20_000);
    expect(await waitingOf(organization.organizationId)).toMatchObject({ running: 1, waiting: 1 });
  } finally {
    over.resolve();
    await holder;
  }
  await until(scene.isFinished, 20_000);
}, 90_000);

it('a queue whose holder died and whose job was removed is free again', async () => {
  await admin`
    update graphile_worker._private_job_queues set locked_by = 'gone', locked_at = now() - interval '1 minute'
     where queue_name = ${`figures:${organization.organizationId}`}`;
  await scene.markAll();
  await startWorker();
  await until(scene.isFinished, 20_000);
}, 60_000);
