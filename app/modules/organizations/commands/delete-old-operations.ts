import type { TenantContext } from '#db/tenancy';
import { deleteIdempotencyKeysBefore } from '../data/idempotency-keys';
import { deleteOperationsBefore } from '../data/operation-rows';
import { deleteExpiredUploads } from '../data/upload-rows';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Deletes operations that were asked for over 30 days ago, uploads past their time, and answers kept for a day. */
export async function deleteOldOperations(ctx: TenantContext): Promise<void> {
  await deleteOperationsBefore(ctx, new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS));
  await deleteIdempotencyKeysBefore(ctx, new Date(ctx.now.getTime() - DAY_MS));
  await deleteExpiredUploads(ctx);
}
