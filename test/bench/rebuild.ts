import { sql } from 'kysely';
import type { Database } from '#db/database';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import type { BenchSize } from './bench-size';
import { plainLevels, plainRebuild } from './rebuild/plain-rebuild';
import { growPeople, insertRatings } from './submit/grow-raters';
import { withBenchDatabase } from './with-bench-database';

/** Each person has eleven ratings by themselves and eleven by their manager of each day: 63 in all, nearly. */
const DAYS = ['2025-01-10', '2025-07-10', '2026-01-10'] as const;
const actor = { kind: 'operator', id: 'bench' } as const;

/**
 * How long computing everybody takes (profiles, compact rows, overview, cells of every team), beside plain SQL that sums
 * the same levels up to the same teams and keeps neither evidence, nor targets, nor what the figures are explained by.
 */
export async function benchRebuild({ people = 100_000 }: BenchSize = {}): Promise<void> {
  await withBenchDatabase((database, ownerUrl) => measure(database, ownerUrl, people));
}

async function measure(database: Database, ownerUrl: string, people: number): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor, limitMs: 900_000 }, work);
  await run((ctx) => growPeople(ctx, people));
  for (const today of DAYS)
    await run((ctx) => insertRatings(ctx, { cycleId: null, people, today }, 'submitted'));
  await run(markEverybody);
  const owner = connectSystem(ownerUrl);
  await withSystem(owner, ({ tx }) => sql`analyze`.execute(tx));
  await owner.close();
  const levels = await secondsOf(() => run(plainLevels));
  const plain = await secondsOf(() => run(plainRebuild));
  const used = process.cpuUsage();
  const ours = await secondsOf(async () => {
    while ((await run(refreshCapability)).remaining > 0);
  });
  const { user, system } = process.cpuUsage(used);
  console.log(
    `rebuild, ${people} people: ${ours.toFixed(1)} s, of which this process ${((user + system) / 1e6).toFixed(1)} s; plain SQL ${plain.toFixed(1)} s (its levels alone ${levels.toFixed(1)} s), ratio ${(ours / plain).toFixed(1)}`,
  );
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
