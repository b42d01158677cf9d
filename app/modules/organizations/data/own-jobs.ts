import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { JobState } from '../domain/job';

export interface JobRow {
  readonly kind: string;
  readonly state: JobState;
  readonly askedAt: Date;
  readonly nextAt: Date;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** The kind of the last failure, without data; null: none. */
  readonly reason: string | null;
  readonly operationId: string | null;
}

/** The organization's jobs that are not over, those in trouble first. The database takes the organization from the signed setting. */
export async function listJobRows(ctx: TenantContext, most: number): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`select * from own_jobs(${most}::integer)`.execute(ctx.tx);
  return rows;
}

/** Of them those that figures come from, and an erasure that runs in the same queue; read without the other jobs. */
export async function listFigureJobRows(ctx: TenantContext, most: number): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`select * from own_figure_jobs(${most}::integer)`.execute(ctx.tx);
  return rows;
}

/** Whether a job of the kind waits, runs or is tried again for the organization; of a very long list those in trouble and the oldest are seen. */
export async function findUnderWay(ctx: TenantContext, kind: string): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select exists (select from own_jobs(1000) j where j.kind = ${kind} and j.state <> 'failed') as is_there`.execute(
    ctx.tx,
  );
  return rows[0]?.isThere ?? false;
}

/** Has the organization's jobs of a kind that failed tried again now; how many. */
export async function updateJobsRetried(ctx: TenantContext, kind: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select retry_own_jobs(${kind}::text) as n`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
}

/** Takes jobs of a kind off the list that are not tried again: of each the operation that it was to do; null: none. */
export async function deleteFailedJobs(ctx: TenantContext, kind: string): Promise<(string | null)[]> {
  const { rows } = await sql<{ operationId: string | null }>`
    select operation_id from drop_own_failed_jobs(${kind}::text)`.execute(ctx.tx);
  return rows.map(({ operationId }) => operationId);
}
