import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { lockRefresh } from '~/modules/capability/data/dirty-lists';
import { openWorkerScene } from './worker-scene';

const KILLS = Number(process.env.KILLS) || 10;
const TAKE_OVER_MS = 60_000;
const ROUNDS = 2;

const scene = await openWorkerScene();
const { admin, organization, startWorker, waiting, until, isFinished } = scene;
const undisturbed = await scene.figures();

/** Takes away what a worker that was killed still holds: it would be given on after half a minute only. */
async function clearQueue(): Promise<void> {
  await admin`delete from graphile_worker._private_jobs`;
  await admin`delete from graphile_worker._private_job_queues`;
  await admin`truncate cadre_private.worker_heartbeats, dirty_people, dirty_teams`;
}
beforeEach(clearQueue);

type Hold = (ctx: TenantContext) => Promise<unknown>;

/** Where the job stops: before its first change, and at its last statement, when all cells are written. */
const POINTS: Readonly<Record<string, Hold>> = {
  'before it took anything': lockRefresh,
  'after it had written every cell': (ctx) => {
    const stamp = { asOf: organization.today, computedAt: ctx.now, formulaVersion: 'held' };
    return ctx.tx
      .insertInto('capabilityState')
      .values({ ...stamp, sourceWatermark: 0 })
      .execute();
  },
};

/** Holds what a refresh needs in a transaction that is rolled back when the work is over. */
async function whileHeld(hold: Hold, work: () => Promise<void>): Promise<void> {
  const over = Promise.withResolvers<never>();
  const held = Promise.withResolvers<void>();
  const holder = scene.inTenant(async (ctx) => {
    await hold(ctx);
    held.resolve();
    await over.promise;
  });
  holder.catch(held.reject);
  await held.promise;
  try {
    await work();
  } finally {
    over.reject(new Error('over'));
    await holder.catch(() => {});
  }
}

const countWorkerBackends = async (only: 'all' | 'blocked') => {
  const [row] = await admin<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'cadre-worker'
       and (${only} = 'all' or wait_event_type = 'Lock')`;
  return row?.n ?? 0;
};

/** Kills a worker in mid-job, and sees that its transaction left nothing behind and took nothing away. */
async function killInMidJob(hold: Hold): Promise<void> {
  await clearQueue();
  await scene.forget();
  expect(await scene.markAll()).toBe(27);
  const before = await waiting();
  expect(before).toMatchObject({ cells: 0, profiles: 0, jobs: 1, held: 0 });
  await whileHeld(hold, async () => {
    const worker = await startWorker();
    // The upkeep that a worker begins with waits for locks of its own, now and then.
    const isInJob = async () => (await waiting()).held > 0 && (await countWorkerBackends('blocked')) > 0;
    await until(isInJob, 20_000);
    await worker.kill();
  });
  await until(async () => (await countWorkerBackends('all')) === 0, 20_000);
  const { jobs, ...left } = await waiting();
  // One at a time, whoever asks: jobs of one organization's figures are of one queue.
  expect(left).toEqual({ dirty: before.dirty, cells: 0, profiles: 0, held: 1 });
  // The upkeep that each worker begins with may have asked for one more refresh before it was killed.
  expect(jobs).toBeGreaterThanOrEqual(before.jobs);
}

describe('kill -9 of the worker in mid-job (security.md 1.11, proof 7)', () => {
  it('loses nothing, leaves nothing half done, and another worker finishes within a minute by itself', async () => {
    await killInMidJob(lockRefresh);
    await startWorker();
    const ms = await until(isFinished, TAKE_OVER_MS);
    console.info(
      `worker: the job of a killed worker was done ${Math.round(ms / 100) / 10} s after its successor came`,
    );
    expect(await scene.figures()).toBe(undisturbed);
  }, 120_000);

  it.each(Object.entries(POINTS))(
    'killed %s: the same figures in the end',
    async (_, hold) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await killInMidJob(hold);
        await scene.setBackHeartbeats();
        await startWorker();
        await until(isFinished, 30_000);
        expect(await scene.figures()).toBe(undisturbed);
        await scene.killWorkers();
      }
    },
    120_000,
  );

  it(`killed ${KILLS} times at random moments: figures equal those of an undisturbed run, to the bit`, async () => {
    const seed = proofSeed();
    const random = seededRandom(seed);
    await scene.forget();
    await scene.markAll();
    let inJob = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = await startWorker();
      await scene.markAll();
      await pause(random.below(250));
      inJob += (await waiting()).held > 0 ? 1 : 0;
      await worker.kill();
      await scene.setBackHeartbeats();
    }
    await startWorker();
    await until(isFinished, TAKE_OVER_MS);
    console.info(
      `worker: ${KILLS} kills at random moments, ${inJob} of them with a job held; PROOF_SEED=${seed}`,
    );
    expect(inJob).toBeGreaterThan(0);
    expect(await scene.figures()).toBe(undisturbed);
  }, 180_000);
});

describe('the worker by itself', () => {
  it('stops when it is told to, with its job done and its heartbeat taken away', async () => {
    await scene.markAll();
    const worker = await startWorker();
    await until(isFinished, 20_000);
    expect(await worker.stop()).toBe(0);
    expect(await admin`select from cadre_private.worker_heartbeats`).toHaveLength(0);
  }, 60_000);

  it('names nobody in its log', async () => {
    const worker = await startWorker();
    await scene.markAll();
    await worker.says('capability refreshed');
    expect(worker.output()).not.toContain(organization.canary);
  }, 60_000);
});

describe('red control', () => {
  it('one cell that differs is seen, and computed right again', async () => {
    await admin`update heatmap_cells set n1 = n1 + 1 where ctid = (select min(ctid) from heatmap_cells)`;
    expect(await scene.figures()).not.toBe(undisturbed);
    await scene.markAll();
    await startWorker();
    await until(isFinished, 30_000);
    expect(await scene.figures()).toBe(undisturbed);
  }, 60_000);
});
