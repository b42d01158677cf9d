import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput } from '~/shared/errors';
import { deleteFailedJobs, updateJobsRetried } from '../data/own-jobs';
import { jobTitle } from '../domain/job';
import { recordAudit } from './record-audit';

/**
 * Has the organization's jobs of a kind that failed tried again now; how many. Jobs are safe to try as often as wanted.
 * @throws InvalidInput for a kind that there is not; Conflict when none of them fails any more.
 */
export async function retryJobs(ctx: TenantContext, kind: string): Promise<number> {
  return change(ctx, kind, { action: 'jobs.retry', work: updateJobsRetried });
}

/**
 * Takes jobs of a kind off the list that are not tried again; how many. What they were to do is not done: figures and
 * letters are asked for again by the hourly upkeep, an operation is to be asked for anew.
 * @throws InvalidInput for a kind that there is not; Conflict when there is none any more.
 */
export async function dropFailedJobs(ctx: TenantContext, kind: string): Promise<number> {
  return change(ctx, kind, { action: 'jobs.drop', work: deleteFailedJobs });
}

interface Change {
  readonly action: 'jobs.retry' | 'jobs.drop';
  readonly work: (ctx: TenantContext, kind: string) => Promise<number>;
}

async function change(ctx: TenantContext, kind: string, { action, work }: Change): Promise<number> {
  if (jobTitle(kind) === null) throw new InvalidInput('There is no such kind of job.');
  const jobs = await work(ctx, kind);
  if (jobs === 0) throw new Conflict('None of these jobs is in trouble any more.');
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, { action, subject, details: { kind, jobs } });
  return jobs;
}
