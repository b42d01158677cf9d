import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enqueue } from '#jobs/enqueue';
import { startHeartbeat } from '#jobs/heartbeat';
import { type HeldJob, JobNoLongerHeld, runTenantTask, type TenantTask } from '#jobs/run-task';
import { startWorker } from '#jobs/worker';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import { createLogger } from '~/logger.server';

let db: TestDatabase;
/** Role cadre_owner, as the worker has it. */
let owner: postgres.Sql;
const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });
const logger = createLogger({ level: 'silent', process: 'test' });

beforeAll(async () => {
  db = await openTestDatabase();
  owner = postgres(db.urls.owner, { max: 4, onnotice: () => {} });
});
afterAll(() => owner.end());
beforeEach(async () => {
  await owner`delete from graphile_worker._private_jobs`;
  await owner`delete from cadre_private.worker_heartbeats`;
});

/** A waiting job of a new organization, taken by this worker some seconds ago. */
async function takenJob(worker: string, secondsAgo = 0): Promise<HeldJob & { organizationId: string }> {
  const { organizationId } = await db.newOrganization();
  await db.tenant(organizationId, (ctx) => enqueue(ctx, 'refresh-capability', {}, { delaySeconds: 3_600 }));
  const [job] = await owner`
    select id::text, payload from graphile_worker._private_jobs
     where payload ->> 'organizationId' = ${organizationId}`;
  const taken = { jobId: String(job?.id), workerId: worker, attempt: 1, name: 'refresh-capability' as const };
  await take(taken, secondsAgo);
  return { ...taken, payload: job?.payload, organizationId };
}

async function take({ jobId, workerId }: { jobId: string; workerId: string }, secondsAgo = 0): Promise<void> {
  await owner`
    update graphile_worker._private_jobs
       set locked_by = ${workerId}, locked_at = now() - make_interval(secs => ${secondsAgo}), attempts = attempts + 1
     where id = ${jobId} and locked_by is null`;
}

const holderOf = async ({ jobId }: HeldJob) =>
  (await owner`select locked_by from graphile_worker._private_jobs where id = ${jobId}`)[0]?.locked_by ??
  null;
const unlock = (worker: string) => owner`select graphile_worker.force_unlock_workers(array[${worker}])`;
const run = (job: HeldJob, task: TenantTask<'refresh-capability'>) =>
  runTenantTask({ database: db.database, keyedHash, system: db.system, logger }, job, task);
/** A task whose transactions each add a team; answers their names as stored. */
const adds =
  (...names: string[]): TenantTask<'refresh-capability'> =>
  async ({ inTenant }) => {
    for (const name of names) await inTenant((ctx) => addTeam(ctx, name));
  };
type Context = Parameters<Parameters<TestDatabase['tenant']>[1]>[0];
const addTeam = ({ tx }: Context, name: string) =>
  tx.insertInto('teams').values({ teamId: crypto.randomUUID(), name }).execute();
const teamsOf = async (organizationId: string) =>
  (await db.tenant(organizationId, ({ tx }) => tx.selectFrom('teams').select('name').execute())).map(
    ({ name }) => name,
  );

/** Lets one beat of this pool happen and waits for its last statement, the take-over. */
function beatOf(pool: string): { done: Promise<unknown>; stop: () => Promise<void> } {
  const tookOver = Promise.withResolvers<unknown>();
  const heartbeat = startHeartbeat({
    logger,
    query: (text, values) => {
      const answer = owner.unsafe(text, values as never[]).then((rows) => [...rows]);
      if (text.includes('force_unlock_workers')) answer.then(tookOver.resolve, tookOver.reject);
      return answer;
    },
  });
  heartbeat.events.emit('pool:create', { workerPool: { id: pool } } as never);
  return { done: tookOver.promise, stop: heartbeat.stop };
}

async function beat(pool: string): Promise<void> {
  const { done, stop } = beatOf(pool);
  await done;
  await stop();
}

describe('the fence of a job', () => {
  it('lets the holder write, in each of its transactions', async () => {
    const job = await takenJob('one');
    await run(job, adds('first', 'second'));
    expect(await teamsOf(job.organizationId)).toEqual(['first', 'second']);
  });

  it.each([
    ['another worker', (job: HeldJob) => ({ ...job, workerId: 'two' })],
    ['no worker', (job: HeldJob) => ({ ...job, workerId: '' })],
    ['another attempt', (job: HeldJob) => ({ ...job, attempt: 2 })],
    ['another job', (job: HeldJob) => ({ ...job, jobId: '999999' })],
  ])('stops %s', async (_, change) => {
    const job = await takenJob('one');
    await expect(run(change(job), adds('never'))).rejects.toThrow(JobNoLongerHeld);
    expect(await teamsOf(job.organizationId)).toEqual([]);
  });

  it('stops a zombie between two transactions, and lets its successor write', async () => {
    const job = await takenJob('one');
    const zombie: TenantTask<'refresh-capability'> = async (tools) => {
      await adds('before')(tools);
      await unlock('one');
      await take({ ...job, workerId: 'two' });
      await adds('after')(tools);
    };
    await expect(run(job, zombie)).rejects.toThrow(JobNoLongerHeld);
    await run({ ...job, workerId: 'two', attempt: 2 }, adds('successor'));
    expect(await teamsOf(job.organizationId)).toEqual(['before', 'successor']);
  });

  it('stops a worker whose job is done and gone', async () => {
    const job = await takenJob('one');
    await owner`delete from graphile_worker._private_jobs where id = ${job.jobId}`;
    await expect(run(job, adds('never'))).rejects.toThrow(JobNoLongerHeld);
  });

  it('keeps nothing of a transaction that fails after the fence', async () => {
    const job = await takenJob('one');
    const fails: TenantTask<'refresh-capability'> = ({ inTenant }) =>
      inTenant(async (ctx) => {
        await addTeam(ctx, 'never');
        throw new Error('killed');
      });
    await expect(run(job, fails)).rejects.toThrow('killed');
    expect(await teamsOf(job.organizationId)).toEqual([]);
  });

  it('refuses a payload of another shape before any transaction', async () => {
    const job = await takenJob('one');
    for (const payload of [
      {},
      { organizationId: 'x', payload: {} },
      { ...(job.payload as object), more: 1 },
    ]) {
      await expect(run({ ...job, payload }, adds('never'))).rejects.toThrow();
    }
    expect(await teamsOf(job.organizationId)).toEqual([]);
  });
});

describe('the heartbeat', () => {
  it('frees the jobs of a worker that was never heard of, once it is silent for 30 seconds', async () => {
    const [silent, fresh] = [await takenJob('ghost', 31), await takenJob('newcomer', 29)];
    await beat('other');
    expect([await holderOf(silent), await holderOf(fresh)]).toEqual([null, 'newcomer']);
  });

  it('frees those of a worker whose last beat is old, and of no other', async () => {
    const [old, alive] = [await takenJob('old', 300), await takenJob('alive', 300)];
    await owner`insert into cadre_private.worker_heartbeats values
      ('old', now() - interval '31 seconds'), ('alive', now() - interval '29 seconds')`;
    await beat('other');
    expect([await holderOf(old), await holderOf(alive)]).toEqual([null, 'alive']);
  });

  it('does not take a job away inside a fenced transaction: both cannot write at once', async () => {
    const job = await takenJob('ghost', 31);
    const order: string[] = [];
    let beating: ReturnType<typeof beatOf> | undefined;
    await run(job, ({ inTenant }) =>
      inTenant(async (ctx) => {
        beating = beatOf('other');
        await Promise.race([beating.done, pause(300)]);
        order.push(`in the transaction held by ${await holderOf(job)}`);
        await addTeam(ctx, 'first');
      }),
    );
    await beating?.done;
    await beating?.stop();
    await beat('other');
    order.push(`after it held by ${await holderOf(job)}`);
    expect(order).toEqual(['in the transaction held by ghost', 'after it held by null']);
    await expect(run(job, adds('zombie'))).rejects.toThrow(JobNoLongerHeld);
    expect(await teamsOf(job.organizationId)).toEqual(['first']);
  });
});

const JOBS = 12;

describe('two workers', () => {
  it('run each job once, and take over what a dead worker held', async () => {
    const done: string[] = [];
    const notes = pino({ level: 'info' }, { write: (line: string) => void note(JSON.parse(line)) });
    const note = (entry: { msg?: string; job?: string; jobId?: string }) => {
      if (entry.msg === 'job done' && entry.job === 'refresh-capability') done.push(String(entry.jobId));
    };
    const taken = await Promise.all(
      Array.from({ length: JOBS }, (_, index) => takenJob(`dead-${index % 3}`, 60)),
    );
    await owner`update graphile_worker._private_jobs set run_at = now()`;
    const options = {
      ownerUrl: db.urls.owner,
      database: db.database,
      keyedHash,
      logger: notes,
      concurrency: 2,
    };
    const workers = [await startWorker(options), await startWorker(options)];
    const waiting = async () =>
      Number(
        (
          await owner`
      select count(*)::int as n from graphile_worker.jobs where task_identifier = 'refresh-capability'`
        )[0]?.n,
      );
    for (let tries = 0; tries < 200 && (await waiting()) > 0; tries += 1) await pause(50);
    await Promise.all(workers.map((worker) => worker.stop()));
    console.info(`worker fence: ${JOBS} jobs of 3 dead workers, ${done.length} runs by two workers`);
    expect(done.sort()).toEqual(taken.map(({ jobId }) => jobId).sort());
  });
});
