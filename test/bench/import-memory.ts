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
  /**
   * What the import holds is measured, right after collections that are made often (--expose-gc); else what the process
   * takes, garbage included.
   */
  readonly held: boolean;
}

/** Megabytes of resident memory, or of objects and buffers that are held. */
export interface MemoryFound {
  readonly before: number;
  readonly upload: number;
  readonly preview: number;
  readonly apply: number;
}

const SMALL = 2_000;
const EVERY_MS = 10;
const COLLECTED_EVERY_MS = 200;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Megabytes that the process takes now. */
const resident = () => megabytes(process.memoryUsage.rss());

/** Megabytes of what is still referred to now. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return megabytes(heapUsed + external);
}

/** The most of a measure while work runs. */
async function most(work: () => Promise<unknown>, measure: () => number): Promise<number> {
  let highest = measure();
  const look = () => {
    highest = Math.max(highest, measure());
  };
  const timer = setInterval(look, measure === held ? COLLECTED_EVERY_MS : EVERY_MS);
  await work().finally(() => clearInterval(timer));
  look();
  return highest;
}

/** Brings one file in, as the process that runs the worker's tasks does, after a small one that has its code loaded. */
async function measure({ urls, organizationId, rows, changes, ...task }: MemoryTask): Promise<MemoryFound> {
  const database = openBenchDatabase(urls);
  const actor = { kind: 'operator', id: 'bench' } as const;
  const run: Run = (work) => withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
  const small = await begun(run, bytesOf(SMALL, 0));
  await previewOnce(small);
  await applyOnce(small, { today: DAYS.before, expected: 0, keep: false });
  const now = task.held ? held : resident;
  const before = now();
  let file = small;
  const upload = await most(async () => {
    file = await begun(run, bytesOf(rows, changes));
  }, now);
  const preview = await most(() => previewOnce(file), now);
  const apply = await most(() => applyOnce(file, { today: DAYS.now, expected: changes, keep: false }), now);
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
