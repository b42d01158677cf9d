import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { type SeededOrganization, seedOrganization } from '#test/factories/seed-organization';
import { openTestDatabase } from '#test/setup/database';
import { withBuild } from '#test/setup/web-build';
import { startWorkerProcess, type WorkerProcess } from '#test/setup/worker-process';
import { proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { lockRefresh } from '~/modules/capability/data/dirty-lists';

const KILLS = Number(process.env.KILLS) || 10;
const TAKE_OVER_MS = 60_000;

const db = await openTestDatabase();
await withBuild(async () => {});
const admin = postgres(db.urls.admin, { max: 2, onnotice: () => {} });
const workers: WorkerProcess[] = [];
let organization: SeededOrganization;

beforeAll(async () => {
  organization = await seedOrganization(db, { letter: 'w', passwordHash: 'none' });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.kill();
});
afterAll(() => admin.end());

async function startWorker(): Promise<WorkerProcess> {
  const worker = startWorkerProcess(db);
  workers.push(worker);
  await worker.says('taking jobs');
  return worker;
}

const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organization.organizationId, work);
const markAll = () => inTenant(markEverythingChanged);

/** Every stored figure, without the moment it was computed at and the number of the entry that asked for it. */
async function figures(): Promise<string> {
  const [row] = await admin<{ all: string }[]>`
    select (select jsonb_agg(to_jsonb(c) - 'computed_at' - 'source_watermark'
                             order by c.group_id, c.row_kind, c.dimension) from heatmap_cells c)::text
        || (select jsonb_agg(to_jsonb(p) - 'computed_at' order by p.employee_id, p.dimension) from profiles p)::text
        as all`;
  return row?.all ?? '';
}

const forget = () => admin`truncate heatmap_cells, profiles, capability_state`;
async function waiting() {
  const [row] = await admin<{ people: number; cells: number; profiles: number; jobs: number; held: number }[]>`
    select (select count(*)::int from dirty_people) + (select count(*)::int from dirty_teams) as people,
           (select count(*)::int from heatmap_cells) as cells,
           (select count(*)::int from profiles) as profiles,
           (select count(*)::int from graphile_worker._private_jobs) as jobs,
           (select count(*)::int from graphile_worker._private_jobs where locked_by is not null) as held`;
  return row ?? { people: -1, cells: -1, profiles: -1, jobs: -1, held: -1 };
}
/** As if the pools that hold jobs now had been silent for a minute. */
const setBackHeartbeats = async () => {
  await admin`update cadre_private.worker_heartbeats set seen_at = seen_at - interval '1 minute'`;
};

async function until(done: () => Promise<boolean>, limitMs: number): Promise<number> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > limitMs) throw new Error(`not done within ${limitMs} ms`);
    await pause(20);
  }
  return performance.now() - started;
}
const finished = async () => {
  const { people, jobs } = await waiting();
  return people === 0 && jobs === 0;
};

/** Holds what a refresh needs, in a transaction of its own, until the work is over. */
async function whileHeld(hold: (ctx: TenantContext) => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holder = inTenant(async (ctx) => {
    await hold(ctx);
    held.resolve();
    await over.promise;
  });
  holder.catch(held.reject);
  await held.promise;
  try {
    await work();
  } finally {
    over.resolve();
    await holder;
  }
}

/** The worker's statement waits for a lock of ours: it is in the middle of its transaction. */
const isBlocked = async () => {
  const [row] = await admin<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'cadre-worker' and wait_event_type = 'Lock'`;
  return (row?.n ?? 0) > 0;
};

/** Where the job stops: before its first change, and after its last one, when all cells are written. */
const POINTS = {
  'before it took anything': (ctx: TenantContext) => lockRefresh(ctx),
  'after it had written every cell': (ctx: TenantContext) =>
    ctx.tx
      .insertInto('capabilityState')
      .values({ asOf: organization.today, computedAt: ctx.now, formulaVersion: 'held', sourceWatermark: 0 })
      .execute()
      .then(() => ctx.tx.updateTable('capabilityState').set({ formulaVersion: 'held' }).execute()),
} as const;

/** Kills a worker in mid-job and checks that its transaction left nothing behind. */
async function killInMidJob(hold: (ctx: TenantContext) => Promise<unknown>): Promise<void> {
  await forget();
  const marked = await markAll();
  const before = await waiting();
  expect(before.people).toBeGreaterThanOrEqual(marked);
  await whileHeld(hold, async () => {
    const worker = await startWorker();
    await until(isBlocked, 20_000);
    expect((await waiting()).held).toBe(1);
    await worker.kill();
  });
  await until(async () => !(await isConnected()), 20_000);
  expect(await waiting()).toEqual({ ...before, held: 1 });
}
const isConnected = async () => {
  const [row] = await admin<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'cadre-worker'`;
  return (row?.n ?? 0) > 0;
};

describe('kill -9 of the worker in mid-job (security.md 1.11, proof 7)', () => {
  it('loses nothing, leaves nothing half done, and another worker finishes within a minute by itself', async () => {
    const undisturbed = await figures();
    await killInMidJob(POINTS['before it took anything']);
    const killed = performance.now();
    await startWorker();
    await until(finished, TAKE_OVER_MS);
    console.info(`worker: taken over and finished ${Math.round((performance.now() - killed) / 100) / 10} s after kill -9`);
    expect(await figures()).toBe(undisturbed);
  }, 120_000);

  it.each(Object.entries(POINTS))('killed %s: the same figures in the end, three times over', async (_, hold) => {
    const undisturbed = await figures();
    for (let round = 0; round < 3; round += 1) {
      await killInMidJob(hold);
      await setBackHeartbeats();
      await startWorker();
      await until(finished, 30_000);
      expect(await figures()).toBe(undisturbed);
      for (const worker of workers.splice(0)) await worker.kill();
    }
  }, 180_000);

  it(`killed ${KILLS} times at random moments: figures equal those of an undisturbed run, to the bit`, async () => {
    const seed = proofSeed();
    const random = seededRandom(seed);
    const undisturbed = await figures();
    await forget();
    await markAll();
    let inJob = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = await startWorker();
      await markAll();
      await pause(random.below(250));
      inJob += (await waiting()).held;
      await worker.kill();
      await setBackHeartbeats();
    }
    await startWorker();
    await until(finished, TAKE_OVER_MS);
    console.info(`worker: ${KILLS} kills at random, ${inJob} of them in a job; PROOF_SEED=${seed}`);
    expect(await figures()).toBe(undisturbed);
  }, 180_000);
});

describe('the worker by itself', () => {
  it('stops when it is told to, with its job done and its heartbeat taken away', async () => {
    await markAll();
    const worker = await startWorker();
    await until(finished, 20_000);
    expect(await worker.stop()).toBe(0);
    const [row] = await admin<{ n: number }[]>`select count(*)::int as n from cadre_private.worker_heartbeats`;
    const stale = await admin`select 1 from cadre_private.worker_heartbeats where seen_at > now() - interval '20 s'`;
    expect(stale).toHaveLength(0);
    expect(row?.n).toBeGreaterThanOrEqual(0);
  }, 60_000);

  it('names nobody in its log', async () => {
    const worker = await startWorker();
    await markAll();
    await worker.says('capability refreshed');
    expect(worker.output()).not.toContain(organization.canary);
  }, 60_000);
});

describe('red control', () => {
  it('one cell that differs is seen', async () => {
    const before = await figures();
    await admin`update heatmap_cells set n1 = n1 + 1 where ctid = (select min(ctid) from heatmap_cells)`;
    expect(await figures()).not.toBe(before);
    await admin`update heatmap_cells set n1 = n1 - 1 where ctid = (select max(ctid) from heatmap_cells)`;
    await markAll();
    await startWorker();
    await until(finished, 30_000);
    expect(await figures()).toBe(before);
  }, 60_000);
});
