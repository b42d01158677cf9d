import type { TenantContext } from '#db/tenancy';
import { findUnderWay, type JobRow, listFigureJobRows, listJobRows } from '../data/own-jobs';
import { type Job, MOST_JOBS } from '../domain/job';

/** The organization's background jobs that are not over, those in trouble first, at most MOST_JOBS. */
export async function listOwnJobs(ctx: TenantContext): Promise<Job[]> {
  return (await listJobRows(ctx, MOST_JOBS)).map(toJob);
}

/** Of them those that figures come from, however many others there are, and an erasure that runs: it is in their way. */
export async function listFigureJobs(ctx: TenantContext): Promise<Job[]> {
  return (await listFigureJobRows(ctx, MOST_JOBS)).map(toJob);
}

/** Whether a job of the kind waits, runs or is tried again for the organization. */
export function isUnderWay(ctx: TenantContext, kind: string): Promise<boolean> {
  return findUnderWay(ctx, kind);
}

function toJob({ kind, state, askedAt, nextAt, attempts, reason, operationId }: JobRow): Job {
  return {
    kind,
    state,
    askedAt: askedAt.toISOString(),
    nextAt: state === 'waiting' || state === 'failing' ? nextAt.toISOString() : null,
    attempts,
    reason,
    operationId,
  };
}
