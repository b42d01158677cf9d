import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/database';
import { type TenantContext, withTenant } from '#db/tenancy';
import type { Logger } from '~/logger.server';
import { JOBS, type JobName, type JobPayload, type TenantJobName } from './catalog';

/** A task of one organization. inTenant opens a transaction in which this worker is seen to still hold the job. */
export type TenantTask<Name extends JobName> = (run: {
  readonly payload: Name extends TenantJobName ? JobPayload<Name> : never;
  readonly inTenant: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
  readonly logger: Logger;
}) => Promise<void>;

/** A task of no organization. */
export type SystemTask = (run: { readonly database: Database; readonly logger: Logger }) => Promise<void>;

export interface HeldJob {
  readonly jobId: string;
  readonly workerId: string;
  /** Which try this is, from 1: a job taken again by the same pool is another attempt. */
  readonly attempt: number;
  readonly name: JobName;
  readonly payload: unknown;
}

/** The worker that ran this job was declared dead and the job given to another: whatever was not committed is void. */
export class JobNoLongerHeld extends Error {
  constructor() {
    super('the job is no longer held by this worker');
    this.name = 'JobNoLongerHeld';
  }
}

const envelope = z.strictObject({ organizationId: z.uuid(), payload: z.unknown() });
const JOB_LIMIT_MS = 600_000;

interface Tools {
  readonly database: Database;
  readonly logger: Logger;
}

/** Runs a tenant task: payload checked, each transaction fenced by the job's lock (security.md 1.11). */
export async function runTenantTask<Name extends TenantJobName>(
  tools: Tools,
  job: HeldJob,
  task: TenantTask<Name>,
): Promise<void> {
  const { organizationId, payload } = envelope.parse(job.payload);
  const checked = JOBS[job.name].payload.parse(payload) as Name extends TenantJobName
    ? JobPayload<Name>
    : never;
  const actor = { kind: 'job', id: job.jobId } as const;
  const logger = tools.logger.child({ job: job.name, jobId: job.jobId, organizationId });
  await task({
    payload: checked,
    logger,
    inTenant: (work) =>
      withTenant(tools.database, { organizationId, actor, limitMs: JOB_LIMIT_MS }, async (ctx) => {
        const held = await sql<{ held: boolean }>`
          select hold_job(${job.jobId}::text::bigint, ${job.workerId}, ${job.attempt}::integer) as held`.execute(
          ctx.tx,
        );
        if (!held.rows[0]?.held) throw new JobNoLongerHeld();
        return work(ctx);
      }),
  });
}
