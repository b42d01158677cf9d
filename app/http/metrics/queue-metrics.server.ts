import { sql } from 'kysely';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import type { Metric } from './prometheus-text';

interface KindRow {
  readonly kind: string;
  readonly waiting: number;
  readonly running: number;
  readonly failing: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

const STATES = ['waiting', 'running', 'failing', 'failed'] as const;

/**
 * Jobs by kind and state, how old the oldest that is not over is, and how long ago a worker was heard of. A refresh is
 * asked for in the transaction that puts the first row on the dirty list: its age is the age of the oldest dirty row.
 */
export async function queueMetrics(database: Database, now: () => number = Date.now): Promise<Metric[]> {
  const { rows, heardOf } = await withAuth(database, async ({ tx }) => ({
    rows: (await sql<KindRow>`select * from auth.queue_metrics()`.execute(tx)).rows,
    heardOf: (
      await sql<{ workerSeenAt: Date | null }>`select worker_seen_at from auth.readiness()`.execute(tx)
    ).rows[0]?.workerSeenAt,
  }));
  const refresh = rows.find(({ kind }) => kind === 'refresh-capability');
  return [
    {
      name: 'cadre_jobs',
      help: 'Jobs in the queue: waiting, running, failing (tried again later), failed (not tried again).',
      type: 'gauge',
      samples: rows.flatMap((row) =>
        STATES.map((state) => ({ labels: { kind: row.kind, state }, value: row[state] })),
      ),
    },
    {
      name: 'cadre_job_oldest_seconds',
      help: 'Age of the oldest job that is not over.',
      type: 'gauge',
      samples: rows.map(({ kind, oldestSeconds }) => ({ labels: { kind }, value: oldestSeconds })),
    },
    {
      name: 'cadre_refresh_lag_seconds',
      help: 'Age of the oldest change that the figures do not hold yet.',
      type: 'gauge',
      samples: [{ value: refresh?.oldestSeconds ?? 0 }],
    },
    {
      name: 'cadre_worker_heartbeat_age_seconds',
      help: 'Since when no worker was heard of; absent before the first.',
      type: 'gauge',
      samples: heardOf ? [{ value: Math.max(0, (now() - heardOf.getTime()) / 1000) }] : [],
    },
  ];
}
