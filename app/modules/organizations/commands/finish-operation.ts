import type { TenantContext } from '#db/tenancy';
import { updateOperationEnded } from '../data/operation-rows';

/**
 * Ends it well. A task that calls it in the transaction of its own last write is done exactly once.
 * @returns false when it was over before.
 */
export async function finishOperation(
  ctx: TenantContext,
  operationId: string,
  result: unknown,
): Promise<boolean> {
  return updateOperationEnded(ctx, operationId, { state: 'done', result: result ?? null });
}
