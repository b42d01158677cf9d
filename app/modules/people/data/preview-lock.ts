import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

const keyOf = ({ organizationId }: TenantContext) => `import-previews:${organizationId}`;

/**
 * Waits until nobody is being erased in this organization, and lets nobody be until the end of the transaction; previews
 * are made beside each other. Taken before any other lock.
 */
export async function lockPreview(ctx: TenantContext): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${keyOf(ctx)}, 0))`.execute(ctx.tx);
}

/** Longest wait of an erasure for a lock of others: previews that begin meanwhile wait behind it. */
const LONGEST_WAIT_MS = 30_000;

/**
 * Waits until no preview is being made, and lets none begin until the end of the transaction. Taken before any other lock.
 * Fails with 55P03 where that takes longer than longestMs; so do all locks that the transaction waits for after it.
 */
export async function lockPreviews(ctx: TenantContext, longestMs: number = LONGEST_WAIT_MS): Promise<void> {
  await sql`select set_config('lock_timeout', ${`${longestMs}ms`}, true)`.execute(ctx.tx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(ctx)}, 0))`.execute(ctx.tx);
}
