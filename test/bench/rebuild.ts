import { sql } from 'kysely';
import type { Database } from '#db/database';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { refreshDirty } from '~/modules/capability/commands/refresh-dirty';
import { lockRefresh } from '~/modules/capability/data/dirty-lists';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { BENCH_LIMIT_MS, type BenchSize } from './bench-size';
import { makePlainTables, plainLevels, plainRebuild, plainSums } from './rebuild/plain-rebuild';
import { growPeople, insertRatings } from './submit/grow-raters';
import { withBenchDatabase } from './with-bench-database';

/** Each person has eleven ratings by themselves and eleven by their manager of each day: 63 in all, nearly. */
const DAYS = ['2025-01-10', '2025-07-10', '2026-01-10'] as const;
const actor = { kind: 'operator', id: 'bench' } as const;

/**
 * How long computing everybody takes (profiles, compact rows, overview, cells of every team), beside plain SQL that
 * computes and keeps rows of the same tables (plain-rebuild.ts says of what).
 */
export async function benchRebuild({ people = 100_000 }: BenchSize = {}): Promise<void> {
  await withBenchDatabase((database, ownerUrl) => measure(database, ownerUrl, people));
}

async function measure(database: Database, ownerUrl: string, people: number): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
  await run((ctx) => growPeople(ctx, people));
  for (const today of DAYS)
    await run((ctx) => insertRatings(ctx, { cycleId: null, people, today }, 'submitted'));
  await run(markEverybody);
  await makePlainTables(ownerUrl);
  const owner = connectSystem(ownerUrl);
  await withSystem(owner, ({ tx }) => sql`analyze`.execute(tx));
  await owner.close();
  const levels = await secondsOf(() => run(plainLevels));
  const sums = await secondsOf(() => run(plainSums));
  const plain = await secondsOf(() => run(plainRebuild));
  const used = process.cpuUsage();
  const ours = await secondsOf(async () => {
    while ((await run(refreshAlone)).remaining > 0);
  });
  const { user, system } = process.cpuUsage(used);
  console.log(
    `rebuild, ${people} people: ${ours.toFixed(1)} s (this process ${((user + system) / 1e6).toFixed(1)} s); plain SQL that keeps the same tables ${plain.toFixed(1)} s, ratio ${(ours / plain).toFixed(2)}; that keeps nothing ${sums.toFixed(1)} s (levels alone ${levels.toFixed(1)} s)`,
  );
}

/** One batch as the job computes it, without the first release that follows the last one. */
async function refreshAlone(ctx: TenantContext) {
  await lockRefresh(ctx);
  return refreshDirty(ctx);
}

async function markEverybody({ tx, organizationId }: TenantContext): Promise<void> {
  await sql`insert into dirty_people (organization_id, employee_id)
    select ${organizationId}::uuid, employee_id from employees
     where organization_id = ${organizationId}::uuid`.execute(tx);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
