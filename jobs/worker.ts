import { Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { Database } from '#db/database';
import { connectSystem, type SystemConnection } from '#db/system';
import type { KeyedHash } from '~/keyed-hash.server';
import type { Logger } from '~/logger.server';
import { JOBS, type JobName } from './catalog';
import { freeKey } from './free-key';
import { type Heartbeat, startHeartbeat } from './heartbeat';
import { runTenantTask } from './run-task';
import { TASKS } from './tasks/index';

export interface WorkerOptions {
  /** Role cadre_owner: for the queue, and for what an operator of the installation asked for (operator-transaction.ts). */
  readonly ownerUrl: string;
  readonly database: Database;
  readonly keyedHash: KeyedHash;
  readonly logger: Logger;
  readonly concurrency: number;
}

export interface Worker {
  /** Resolves when it takes no more jobs, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const STARTING = Object.entries(JOBS).flatMap(([name, job]) => ('atStart' in job ? [name] : []));

/** Starts taking jobs, with a heartbeat that lets another worker take over when this one falls silent. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const pool = new Pool({
    connectionString: options.ownerUrl,
    max: options.concurrency + 3,
    application_name: 'cadre-worker',
  });
  const lost = (error: Error) => options.logger.warn({ error }, 'a connection of the queue was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const heartbeat: Heartbeat = startHeartbeat({
    query: async (text, values) => (await pool.query(text, [...values])).rows,
    logger: options.logger,
  });
  const system = connectSystem(options.ownerUrl, 'cadre-worker-operator');
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: options.concurrency,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: taskList(options, system),
    crontab: crontab(),
    events: heartbeat.events,
    logger: quietLogger(),
  });
  for (const name of STARTING) await runner.addJob(name, {}, { jobKey: name });
  const ended = runner.promise.catch((error) =>
    options.logger.error({ error }, 'the worker stopped by itself'),
  );
  return {
    ended,
    stop: async () => {
      await runner.stop().catch(() => {});
      await heartbeat.stop();
      await system.close();
      await pool.end();
    },
  };
}

function taskList({ database, keyedHash, logger }: WorkerOptions, system: SystemConnection): TaskList {
  return Object.fromEntries(
    (Object.keys(TASKS) as JobName[]).map((name) => [
      name,
      async (
        payload: unknown,
        helpers: {
          job: { id: string; locked_by: string | null; attempts: number };
          query: (text: string, values: unknown[]) => Promise<unknown>;
        },
      ) => {
        const started = performance.now();
        const { id: jobId, locked_by: lockedBy, attempts: attempt } = helpers.job;
        const job = { jobId, workerId: lockedBy ?? '', attempt, name, payload };
        try {
          const declared = TASKS[name];
          if (declared.scope === 'tenant') {
            await freeKey((text, values) => helpers.query(text, values), job);
            await runTenantTask({ database, keyedHash, system, logger }, job, declared.run as never);
          } else {
            await declared.run({ database, logger });
          }
        } catch (error) {
          logger.error({ job: name, jobId, error }, 'job failed; it will be tried again');
          throw withoutData(error);
        }
        logger.info({ job: name, jobId: job.jobId, ms: Math.round(performance.now() - started) }, 'job done');
      },
    ]),
  );
}

/** What the queue keeps of a failure: its kind, never its message, which may hold data. */
function withoutData(error: unknown): Error {
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  return new Error([name ?? 'Error', code].filter(Boolean).join(' '));
}

/** The queue's own messages are left out: failures are logged here, without data. */
function quietLogger(): QueueLogger {
  return new QueueLogger(() => () => {});
}

function crontab(): string {
  return Object.entries(JOBS)
    .flatMap(([name, job]) => ('cron' in job ? [`${job.cron} ${name}`] : []))
    .join('\n');
}
