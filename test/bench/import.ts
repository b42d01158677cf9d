import postgres from 'postgres';
import type { Database } from '#db/database';
import { withTenant } from '#db/tenancy';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { BENCH_LIMIT_MS } from './bench-size';
import { copyAndMerge } from './import/copy-and-merge';
import { benchImportMemory } from './import/memory';
import { peopleFile } from './import/people-file';
import { applyOnce, begun, DAYS, previewOnce, type Run } from './import/turns';
import { withBenchDatabase } from './with-bench-database';

const PEOPLE = 100_000;
const CHANGES = 20_000;
const actor = { kind: 'operator', id: 'bench' } as const;
const TIMES = 3;

/**
 * What an import of 100,000 people with 20,000 changes costs, read from the stored file, planned and applied, beside COPY
 * of the same rows into a temporary table and one set-based merge in plain SQL, in the same run on a server of its own.
 * Both are rolled back, so that each turn meets the same people; the best of three counts. Then what imports of 50,000,
 * 100,000 and 200,000 rows need of memory.
 */
export async function benchImport(): Promise<void> {
  await withBenchDatabase((database, _ownerUrl, adminUrl) => measure(database, adminUrl));
  await benchImportMemory();
}

async function measure(database: Database, adminUrl: string): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run: Run = (work) => withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
  const [first, second] = [peopleFile(PEOPLE, 0), peopleFile(PEOPLE, CHANGES)];
  const made = await begun(run, [Buffer.from(first)]);
  const created = await timed(() => applyOnce(made, { today: DAYS.before, expected: PEOPLE, keep: true }));
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  // What autovacuum does within a minute.
  await admin`vacuum analyze`;
  const file = await begun(run, [Buffer.from(second)]);
  const planned = await timed(() => previewOnce(file));
  const plain: number[] = [];
  const imported: number[] = [];
  const merge = { organizationId, content: second, today: DAYS.now, count: CHANGES };
  for (let turn = 0; turn < TIMES; turn += 1) {
    plain.push(await timed(() => copyAndMerge(admin, merge)));
    imported.push(await timed(() => applyOnce(file, { today: DAYS.now, expected: CHANGES, keep: false })));
  }
  await admin.end();
  const [base, best] = [Math.min(...plain), Math.min(...imported)];
  console.log(`import, ${PEOPLE} new people: ${(created / 1000).toFixed(1)} s`);
  console.log(`import, ${PEOPLE} rows with ${CHANGES} changes, preview: ${(planned / 1000).toFixed(1)} s`);
  console.log(
    `import, the same applied: ${(best / 1000).toFixed(2)} s; COPY and one merge ${(base / 1000).toFixed(2)} s; ratio ${(best / base).toFixed(2)}`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
