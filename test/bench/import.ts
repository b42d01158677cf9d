import postgres from 'postgres';
import type { Database } from '#db/database';
import { type TenantContext, withTenant } from '#db/tenancy';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { receiveUpload } from '~/modules/organizations/commands/receive-upload';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { applyImport, closeImport } from '~/modules/people/commands/imports/apply-import';
import { openImport } from '~/modules/people/commands/imports/open-import';
import { guessOf, planImport } from '~/modules/people/commands/imports/plan-import';
import { startImport } from '~/modules/people/commands/imports/start-import';
import { readLooseTable } from '~/shared/read-loose-table';
import { copyAndMerge } from './import/copy-and-merge';
import { peopleFile } from './import/people-file';
import { withBenchDatabase } from './with-bench-database';

const PEOPLE = 100_000;
const CHANGES = 20_000;
const DAYS = { before: '2026-03-01', now: '2026-03-02' } as const;
const actor = { kind: 'operator', id: 'bench' } as const;
const TIMES = 3;

/**
 * What an import of 100,000 people with 20,000 changes costs, parsed, planned and applied, beside COPY of the same rows
 * into a temporary table and one set-based merge in plain SQL, in the same run on a server of its own. Both are rolled
 * back, so that each turn meets the same people; the best of three counts.
 */
export async function benchImport(): Promise<void> {
  await withBenchDatabase((database, _ownerUrl, adminUrl) => measure(database, adminUrl));
}

class RolledBack extends Error {}

async function measure(database: Database, adminUrl: string): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor, limitMs: 600_000 }, work);
  const [first, second] = [peopleFile(PEOPLE, 0), peopleFile(PEOPLE, CHANGES)];
  const file = (content: string) => ({ run, content });
  const rest = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const created = await timed(() => importOnce({ ...file(first), today: DAYS.before, keep: true }));
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  // What autovacuum does within a minute.
  await admin`vacuum analyze`;
  const planned = await timed(() => previewOnce(file(second)));
  const plain: number[] = [];
  const imported: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    plain.push(
      await timed(() =>
        copyAndMerge(admin, { organizationId, content: second, today: DAYS.now, count: CHANGES }),
      ),
    );
    imported.push(await timed(() => importOnce({ ...file(second), today: DAYS.now, keep: false })));
  }
  await admin.end();
  const [base, best] = [Math.min(...plain), Math.min(...imported)];
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`import, ${PEOPLE} new people: ${(created / 1000).toFixed(1)} s`);
  console.log(`import, ${PEOPLE} rows with ${CHANGES} changes, preview: ${(planned / 1000).toFixed(1)} s`);
  console.log(
    `import, the same applied: ${(best / 1000).toFixed(2)} s; COPY and one merge ${(base / 1000).toFixed(2)} s; ratio ${(best / base).toFixed(2)}; memory ${rest} MB before, ${peak} MB at most`,
  );
}

interface Turn {
  readonly run: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
  readonly content: string;
  readonly today: string;
  readonly keep: boolean;
}

async function begun({ run, content }: Pick<Turn, 'run' | 'content'>): Promise<string> {
  const bytes = Buffer.from(content);
  const data = (async function* () {
    yield bytes;
  })();
  const { uploadId } = await receiveUpload(run, { name: 'people.csv', data, maxBytes: 64 * 1024 * 1024 });
  return run((ctx) =>
    startImport(ctx, { kind: 'employees', uploadId, everybody: false, step: 'plan', rejected: 'leave_out' }),
  );
}

/** Parse, plan and apply; rolled back unless it is kept. */
async function importOnce(turn: Turn): Promise<void> {
  const importId = await begun(turn);
  const table = await readLooseTable(Buffer.from(turn.content), 'people.csv');
  const layout = guessOf(table);
  await turn
    .run(async (ctx) => {
      await holdImportsOfPeople(ctx);
      const row = await openImport(ctx, importId);
      const input = { row, table, layout, today: turn.today, importedBy: 'bench', refuseRejected: false };
      const { counts } = await applyImport(ctx, { ...input, report: () => {} });
      await closeImport(ctx, row, counts);
      const expected = turn.keep ? PEOPLE : CHANGES;
      if (counts.created + counts.changed !== expected) throw new Error(JSON.stringify(counts));
      if (!turn.keep) throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
}

async function previewOnce(turn: Pick<Turn, 'run' | 'content'>): Promise<void> {
  const importId = await begun(turn);
  const table = await readLooseTable(Buffer.from(turn.content), 'people.csv');
  await turn.run(async (ctx) => {
    const row = await openImport(ctx, importId);
    const input = { row, table, today: DAYS.now, importedBy: 'bench', everybody: false, replanned: false };
    await planImport(ctx, { ...input, report: () => {} });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
