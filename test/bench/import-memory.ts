import { withTenant } from '#db/tenancy';
import { BENCH_LIMIT_MS } from './bench-size';
import { peoplePieces } from './import/people-file';
import { applyOnce, begun, DAYS, previewOnce, type Run } from './import/turns';
import { type BenchUrls, openBenchDatabase } from './with-bench-database';

/** What the process is started with. */
export interface MemoryTask {
  readonly urls: BenchUrls;
  readonly organizationId: string;
  readonly rows: number;
  readonly changes: number;
}

/** Megabytes of resident memory. */
export interface MemoryFound {
  readonly before: number;
  readonly upload: number;
  readonly preview: number;
  readonly apply: number;
}

const SMALL = 2_000;
const EVERY_MS = 10;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** The most resident memory while work runs. */
async function most(work: () => Promise<unknown>): Promise<number> {
  let highest = process.memoryUsage.rss();
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, EVERY_MS);
  await work().finally(() => clearInterval(timer));
  return megabytes(Math.max(highest, process.memoryUsage.rss()));
}

/** Brings one file in, as the process that runs the worker's tasks does, after a small one that has its code loaded. */
async function measure({ urls, organizationId, rows, changes }: MemoryTask): Promise<MemoryFound> {
  const database = openBenchDatabase(urls);
  const actor = { kind: 'operator', id: 'bench' } as const;
  const run: Run = (work) => withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
  const small = await begun(run, bytesOf(SMALL, 0));
  await previewOnce(small);
  await applyOnce(small, { today: DAYS.before, expected: 0, keep: false });
  const before = megabytes(process.memoryUsage.rss());
  let file = small;
  const upload = await most(async () => {
    file = await begun(run, bytesOf(rows, changes));
  });
  const preview = await most(() => previewOnce(file));
  const apply = await most(() => applyOnce(file, { today: DAYS.now, expected: changes, keep: false }));
  await database.close();
  return { before, upload, preview, apply };
}

function* bytesOf(rows: number, changes: number): Generator<Uint8Array> {
  for (const piece of peoplePieces(rows, changes)) yield Buffer.from(piece);
}

process.once('message', (task: MemoryTask) => {
  void measure(task).then((found) => {
    process.send?.(found);
    process.disconnect();
  });
});
