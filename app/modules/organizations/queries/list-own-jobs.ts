import type { TenantContext } from '#db/tenancy';
import { listJobRows } from '../data/own-jobs';
import { type Job, MOST_JOBS } from '../domain/job';

/** The organization's background jobs that are not over, those in trouble first, at most MOST_JOBS. */
export async function listOwnJobs(ctx: TenantContext): Promise<Job[]> {
  const rows = await listJobRows(ctx, MOST_JOBS);
  return rows.map(({ kind, state, askedAt, nextAt, attempts, reason, operationId }) => ({
    kind,
    state,
    askedAt: askedAt.toISOString(),
    nextAt: state === 'waiting' || state === 'failing' ? nextAt.toISOString() : null,
    attempts,
    reason,
    operationId,
  }));
}
