import type { JobName } from './catalog';

/** Jobs that are asked for by many short writes, also while one of them runs. */
const ASKED_FOR_WHILE_THEY_RUN: ReadonlySet<JobName> = new Set([
  'refresh-capability',
  'order-disagreements',
  'score-titles',
]);

type Query = (text: string, values: unknown[]) => Promise<unknown>;

interface Taken {
  readonly jobId: string;
  readonly workerId: string;
  readonly name: JobName;
}

/**
 * Gives up the key of a job that was just taken. Who asks for the same work then adds a job of its own; with the key kept,
 * the queue would have to change the row of the job that runs, which each of its transactions holds: every submission
 * would wait for the refresh, and the refresh would lose its job, as an ordering of disagreements would by a refresh.
 */
export async function freeKey(query: Query, { jobId, workerId, name }: Taken): Promise<void> {
  if (!ASKED_FOR_WHILE_THEY_RUN.has(name)) return;
  await query(
    'update graphile_worker._private_jobs set key = null where id = $1::bigint and locked_by = $2 and key is not null',
    [jobId, workerId],
  );
}
