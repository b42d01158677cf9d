import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createDatabase, type Database } from '#db/database';
import { startEmbedded } from '#db/embedded/embedded-server';
import { migrate } from '#db/migrate';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { registerTenantKeys } from '#db/tenant-keys';
import { startWorker } from '#jobs/worker';
import { migrateWorkerSchema } from '#jobs/worker-schema';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import { createLogger } from '~/logger.server';
import { submitRatings } from '~/modules/assessments/commands/submit-ratings';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { BENCH_LIMIT_MS, type BenchSize } from './bench-size';
import { growRaters, insertRatings } from './submit/grow-raters';
import { personId } from './submit/person-id';
import { quantile } from './submit/quantile';

const SMALL = 1_000;
const TIMES = 60;
const KEY = { keyId: 'bench', secret: Buffer.alloc(32, 7) };
const actor = { kind: 'operator', id: 'bench' } as const;

/**
 * How long it takes from submitting eleven ratings of one person until they are in the profile and in the heatmap, in
 * organizations of 1,000 and 100,000 people (or another number) whose figures are all there; beside it the bare insert of
 * the same rows. The worker runs in this process, over its own connections, with the queue of PostgreSQL as always.
 */
export async function benchFresh({ people: most = 100_000 }: BenchSize = {}): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-bench-'));
  const server = await startEmbedded({ dataDir, log: () => {} });
  try {
    await migrateWorkerSchema(server.urls.owner);
    const system = connectSystem(server.urls.owner);
    await migrate(system);
    await registerTenantKeys(system, [KEY]);
    const { app: appUrl, auth: authUrl, owner: ownerUrl } = server.urls;
    const connect = () =>
      createDatabase({ ...{ appUrl, authUrl, tenantKey: KEY, applicationName: 'bench', poolSize: 4 } });
    const [database, ofWorker] = [connect(), connect()];
    const worker = await startWorker({
      ...{ ownerUrl, database: ofWorker, concurrency: 2 },
      keyedHash: createKeyedHash({ passwordPeppers: [TEST_PEPPER] }),
      logger: createLogger({ level: 'error', process: 'worker' }),
    });
    const medians: number[] = [];
    for (const people of new Set([SMALL, most])) {
      const analyze = () => withSystem(system, ({ tx }) => sql`analyze`.execute(tx)).then(() => undefined);
      medians.push(await measure(database, people, analyze));
    }
    const [small = 0, large = small] = medians;
    if (most !== SMALL)
      console.log(`fresh: p50 of ${most} people is ${(large / small).toFixed(2)} times that of ${SMALL}`);
    await worker.stop();
    await Promise.all([database.close(), ofWorker.close(), system.close()]);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Run = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

/** @returns the median in milliseconds. */
async function measure(database: Database, people: number, analyze: () => Promise<void>): Promise<number> {
  const slug = `bench-${people}`;
  const organizationId = await createOrganization(database, {
    ...{ slug, name: slug, timeZone: 'Europe/Amsterdam' },
  });
  const run: Run = (work) => withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
  const today = await run(organizationDay);
  const { cycleId } = await run((ctx) => growRaters(ctx, people, today));
  const earlier = { cycleId: null, people, today: '2026-01-10' };
  await run((ctx) => insertRatings(ctx, earlier, 'submitted'));
  await analyze();
  await run(({ tx, organizationId: of }) =>
    sql`insert into dirty_people (organization_id, employee_id)
        select ${of}::uuid, employee_id from employees where organization_id = ${of}::uuid`.execute(tx),
  );
  while ((await run(refreshCapability)).remaining > 0);
  await analyze();
  const times: number[] = [];
  const bare: number[] = [];
  for (let turn = 1; turn <= TIMES; turn += 1) {
    const rater = people - turn;
    const since = new Date();
    const begun = performance.now();
    await run((ctx) => submitOwn(ctx, { cycleId, rater }));
    while (!(await run((ctx) => isVisible(ctx, rater, since)))) await pause(2);
    times.push(performance.now() - begun);
    const plain = performance.now();
    await run((ctx) =>
      insertRatings(ctx, { cycleId: null, people, today: '2026-01-09', rater }, 'submitted'),
    );
    bare.push(performance.now() - plain);
  }
  const [median, slow, plain] = [quantile(times, 0.5), quantile(times, 0.95), quantile(bare, 0.5)];
  console.log(
    `fresh, ${people} people: from submitting until in profile and heatmap p50 ${median.toFixed(0)} ms, p95 ${slow.toFixed(0)} ms; bare insert p50 ${plain.toFixed(1)} ms, ratio ${(median / plain).toFixed(1)}`,
  );
  return median;
}

interface Own {
  readonly cycleId: string;
  readonly rater: number;
}

function submitOwn(ctx: TenantContext, { cycleId, rater }: Own) {
  const employeeId = personId(rater);
  const viewer = { id: employeeId, kind: 'user', role: 'employee', employeeId } as const;
  return submitRatings(ctx, viewer, { cycleId, employeeIds: [employeeId] });
}

/** Whether the person is computed since then: profiles and cells are stored in one transaction. */
async function isVisible({ tx, organizationId }: TenantContext, rater: number, since: Date) {
  const { rows } = await sql`select 1 from profiles p
    where organization_id = ${organizationId}::uuid and employee_id = ${personId(rater)}::uuid
      and dimension = 'leadership' and computed_at >= ${since}
      and not exists (select 1 from dirty_people d where d.organization_id = p.organization_id
                         and d.employee_id = p.employee_id)`.execute(tx);
  return rows.length > 0;
}
