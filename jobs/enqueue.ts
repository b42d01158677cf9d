import { sql } from 'kysely';
import type { SignedContext } from '#db/tenancy';
import { JOBS, type JobPayload, type TenantJobName } from './catalog';

interface EnqueueOptions {
  /** One waiting job per organization and key; null: every call adds a job. */
  readonly key?: string | null;
  readonly delaySeconds?: number;
}

/**
 * Adds a job in the transaction of the write that needs it: it runs when that commits, and never when it does not.
 * The database takes the organization from the signed setting.
 */
export async function enqueue<Name extends TenantJobName>(
  ctx: SignedContext,
  name: Name,
  payload: JobPayload<Name>,
  options: EnqueueOptions = {},
): Promise<void> {
  const checked = JSON.stringify(JOBS[name].payload.parse(payload));
  const key = options.key === undefined ? 'one' : options.key;
  await sql`select enqueue_job(${name}::text, ${checked}::text::jsonb, ${key}::text, ${options.delaySeconds ?? 0}::integer)`.execute(
    ctx.tx,
  );
}
