import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { type SeededOrganization, seedOrganization } from '#test/factories/seed-organization';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { withBuild } from '#test/setup/web-build';
import { startWorkerProcess, type WorkerProcess } from '#test/setup/worker-process';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';

/** What is still to be done, and what is there. */
export interface Waiting {
  readonly dirty: number;
  readonly cells: number;
  readonly profiles: number;
  /** Jobs of figures that run or can run; a worker begins with others besides. One that was asked for again while it ran is replaced and tried no more. */
  readonly jobs: number;
  readonly held: number;
}

export interface WorkerScene {
  readonly db: TestDatabase;
  readonly admin: postgres.Sql;
  readonly organization: SeededOrganization;
  inTenant<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T>;
  /** Starts the built worker and waits until it takes jobs; it is killed after the test. */
  startWorker(): Promise<WorkerProcess>;
  killWorkers(): Promise<void>;
  /** Marks everybody changed; gives the number of people. */
  markAll(): Promise<number>;
  /** Every stored figure as text, without when it was computed and which entry asked for it. */
  figures(): Promise<string>;
  /** Throws all stored figures away. */
  forget(): Promise<void>;
  waiting(): Promise<Waiting>;
  isFinished(): Promise<boolean>;
  /** As if the pools that have a heartbeat had been silent for a minute. */
  setBackHeartbeats(): Promise<void>;
  /** Waits for a condition; gives the milliseconds. Fails after the limit. */
  until(done: () => Promise<boolean>, limitMs: number): Promise<number>;
}

/** A database with one organization whose figures are computed, and means to start and kill real workers over it. */
export async function openWorkerScene(): Promise<WorkerScene> {
  const db = await openTestDatabase();
  await withBuild(async () => {});
  const admin = postgres(db.urls.admin, { max: 2, onnotice: () => {} });
  const organization = await seedOrganization(db, { letter: 'w', passwordHash: 'none' });
  const inTenant: WorkerScene['inTenant'] = (work) => db.tenant(organization.organizationId, work);
  const workers: WorkerProcess[] = [];
  const killWorkers = async () => {
    for (const worker of workers.splice(0)) await worker.kill();
  };
  afterEach(killWorkers);
  afterAll(() => admin.end());
  const waiting = () => readWaiting(admin);
  return {
    db,
    admin,
    organization,
    inTenant,
    async startWorker() {
      const worker = startWorkerProcess(db);
      workers.push(worker);
      await worker.says('taking jobs');
      return worker;
    },
    killWorkers,
    markAll: () => inTenant(markEverythingChanged),
    figures: () => readFigures(admin),
    forget: async () => void (await admin`truncate heatmap_cells, profiles, capability_state`),
    waiting,
    async isFinished() {
      const { dirty, jobs } = await waiting();
      return dirty === 0 && jobs === 0;
    },
    async setBackHeartbeats() {
      await admin`update cadre_private.worker_heartbeats set seen_at = seen_at - interval '1 minute'`;
    },
    until,
  };
}

async function readFigures(admin: postgres.Sql): Promise<string> {
  const [row] = await admin<{ all: string }[]>`
    select (select jsonb_agg(to_jsonb(c) - 'computed_at' - 'source_watermark'
                             order by c.group_id, c.row_kind, c.dimension) from heatmap_cells c)::text
        || (select jsonb_agg(to_jsonb(p) - 'computed_at' order by p.employee_id, p.dimension) from profiles p)::text
        as all`;
  if (!row?.all) throw new Error('there are no figures');
  return row.all;
}

async function readWaiting(admin: postgres.Sql): Promise<Waiting> {
  const [row] = await admin<Waiting[]>`
    with work as (
      select j.* from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier in ('refresh-capability', 'make-release', 'prepare-release-cuts')
    )
    select (select count(*)::int from dirty_people) + (select count(*)::int from dirty_teams) as dirty,
           (select count(*)::int from heatmap_cells) as cells,
           (select count(*)::int from profiles) as profiles,
           (select count(*)::int from work where attempts < max_attempts or locked_by is not null) as jobs,
           (select count(*)::int from work where locked_by is not null) as held`;
  if (!row) throw new Error('no answer');
  return row;
}

async function until(done: () => Promise<boolean>, limitMs: number): Promise<number> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > limitMs) throw new Error(`not done within ${limitMs} ms`);
    await pause(20);
  }
  return performance.now() - started;
}
