import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput } from '~/shared/errors';
import { deleteFailedJobs, updateJobsRetried } from '../data/own-jobs';
import { isDroppable, jobTitle } from '../domain/job';
import type { OperationError } from '../domain/operation';
import { failOperation } from './fail-operation';
import { recordAudit } from './record-audit';

/**
 * Has the organization's jobs of a kind that failed tried again now; how many. Jobs are safe to try as often as wanted.
 * @throws InvalidInput for a kind that there is not; Conflict when none of them fails any more.
 */
export async function retryJobs(ctx: TenantContext, kind: string): Promise<number> {
  return change(ctx, kind, { action: 'jobs.retry', work: updateJobsRetried });
}

/**
 * Takes jobs of a kind off the list that are not tried again, and ends the operations that they were to do; how many.
 * What they were to do is not done: some kinds are asked for again by the upkeep or the next change (isDroppable), an
 * operation is to be asked for anew.
 * @throws InvalidInput for a kind that there is not, or that stays until it is done; Conflict when there is none any more.
 */
export async function dropFailedJobs(ctx: TenantContext, kind: string): Promise<number> {
  if (jobTitle(kind) !== null && !isDroppable(kind))
    throw new InvalidInput(
      'Nobody asks for this kind of job again: it stays until it is done. Try it again.',
    );
  return change(ctx, kind, { action: 'jobs.drop', work: dropWithOperations });
}

const DROPPED: OperationError = {
  kind: 'failed',
  detail: 'It failed too often, and its job was taken off the list of background jobs. Ask for it again.',
  errors: [],
};

async function dropWithOperations(ctx: TenantContext, kind: string): Promise<number> {
  const dropped = await deleteFailedJobs(ctx, kind);
  for (const operationId of dropped) if (operationId !== null) await failOperation(ctx, operationId, DROPPED);
  return dropped.length;
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
