import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** A write that came with a key, and what it was answered; status null: its transaction is not over. */
export interface AnsweredWrite {
  readonly requestHash: string;
  readonly status: number | null;
  readonly location: string | null;
  readonly answer: unknown;
}

interface WriteKey {
  readonly tokenId: string;
  readonly key: string;
}

/**
 * Takes the key for a write. Waits while another transaction holds the same key; undefined when this one has it now,
 * else the write that had it.
 */
export async function insertIdempotencyKey(
  ctx: TenantContext,
  { tokenId, key, requestHash }: WriteKey & { readonly requestHash: string },
): Promise<AnsweredWrite | undefined> {
  const taken = await ctx.tx
    .insertInto('idempotencyKeys')
    .values({ tokenId, key, requestHash, answeredAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['organizationId', 'tokenId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken) return undefined;
  return ctx.tx
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'status', 'location', 'answer'])
    .where('tokenId', '=', tokenId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
}

/** Keeps what the write was answered. */
export async function updateIdempotencyAnswer(
  ctx: TenantContext,
  { tokenId, key }: WriteKey,
  answered: { readonly status: number; readonly location: string | null; readonly answer: unknown },
): Promise<void> {
  await ctx.tx
    .updateTable('idempotencyKeys')
    .set({
      status: answered.status,
      location: answered.location,
      answer: sql<never>`${JSON.stringify(answered.answer)}::text::jsonb`,
    })
    .where('tokenId', '=', tokenId)
    .where('key', '=', key)
    .execute();
}

/** Forgets answers that are older than the moment. */
export async function deleteIdempotencyKeysBefore(ctx: TenantContext, moment: Date): Promise<void> {
  await ctx.tx.deleteFrom('idempotencyKeys').where('answeredAt', '<', moment).execute();
}
