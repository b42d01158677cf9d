import { fork } from 'node:child_process';
import path from 'node:path';
import postgres from 'postgres';
import { withTenant } from '#db/tenancy';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { BENCH_LIMIT_MS } from '../bench-size';
import type { MemoryFound, MemoryTask } from '../import-memory';
import { withBenchDatabase } from '../with-bench-database';
import { peoplePieces } from './people-file';
import { applyOnce, begun, DAYS, type Run } from './turns';

const SIZES = [50_000, 100_000, 200_000];
/** One row in so many changes somebody. */
const ONE_IN = 5;
const MOST_RATIO = 1.25;
/** Changes of so few megabytes say nothing. */
const SMALL_MB = 20;

/**
 * What an import needs of memory, by rows: as many people are known, and one in five changes. Each size in processes of
 * its own, which get the file in pieces, make its preview and apply it; the people were made by another process. One
 * tells what the process takes, garbage included; one, which collects often, what the import holds.
 */
export async function benchImportMemory(): Promise<void> {
  await withBenchDatabase(async (database, _owner, adminUrl, urls) => {
    const actor = { kind: 'operator', id: 'bench' } as const;
    const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
    const grown: number[] = [];
    const heldOf: number[] = [];
    for (const rows of SIZES) {
      const organization = { slug: `bench-${rows}`, name: `Bench ${rows}`, timeZone: 'Europe/Amsterdam' };
      const organizationId = await createOrganization(database, organization);
      const run: Run = (work) =>
        withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
      const file = await begun(run, [...peoplePieces(rows, 0)].map(Buffer.from));
      await applyOnce(file, { today: DAYS.before, expected: rows, keep: true });
      await admin`vacuum analyze`;
      const task = { urls, organizationId, rows, changes: rows / ONE_IN };
      const taken = await inProcess({ ...task, held: false });
      const kept = await inProcess({ ...task, held: true });
      grown.push(growthOf(taken));
      heldOf.push(growthOf(kept));
      const { before, upload, preview, apply } = taken;
      console.log(
        `import, ${rows} rows beside ${rows} known people: ${before} MB before; at most ${upload} MB while the file comes in, ${preview} MB in the preview, ${apply} MB applied; ${grown.at(-1)} MB more, of which ${heldOf.at(-1)} MB are held`,
      );
    }
    await admin.end();
    tell('what it holds', heldOf);
    tell('what the process takes', grown);
  });
}

const growthOf = ({ before, upload, preview, apply }: MemoryFound): number =>
  Math.max(upload, preview, apply) - before;

function tell(what: string, grown: readonly number[]): void {
  const [first = 0, last = 0] = [grown[0], grown.at(-1)];
  const ratio = last / Math.max(1, first);
  const isFlat = ratio <= MOST_RATIO || last - first <= SMALL_MB;
  console.log(
    `import, ${what} at ${SIZES.at(-1)} rows beside ${SIZES[0]}: ${last} MB and ${first} MB, ratio ${ratio.toFixed(2)}, ${isFlat ? 'flat' : `not flat: more than ${MOST_RATIO}`}`,
  );
}

function inProcess(task: MemoryTask): Promise<MemoryFound> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, '..', 'import-memory.ts'), {
      execArgv: [...process.execArgv, ...(task.held ? ['--expose-gc'] : [])],
    });
    child.once('message', (found) => resolve(found as MemoryFound));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
    child.send(task);
  });
}
