import { sql } from 'kysely';
import type { Database } from '#db/database';
import { listMigrations } from '#db/migration-files';
import { withAuth } from '#db/tenancy';
import type { Readiness } from './app-context';

const WORKER_SILENT_MS = 30_000;

/** Whether the database answers, all migrations are there and a worker was heard of lately; names what is not. */
export async function checkReadiness(database: Database): Promise<Readiness> {
  try {
    const row = await withAuth(database, async ({ tx }) => {
      const result = await sql<{ migrations: string[] | null; workerSeenAt: Date | null }>`
        select migrations, worker_seen_at from auth.readiness()`.execute(tx);
      return result.rows[0];
    });
    const applied = new Set(row?.migrations ?? []);
    const failing = [
      ...(listMigrations().every(({ name }) => applied.has(name)) ? [] : ['migrations']),
      ...(row?.workerSeenAt && Date.now() - row.workerSeenAt.getTime() < WORKER_SILENT_MS ? [] : ['worker']),
    ];
    return { ready: failing.length === 0, failing };
  } catch {
    return { ready: false, failing: ['database'] };
  }
}
