import type { TenantContext } from '#db/tenancy';
import { updateOperationEnded } from '../data/operation-rows';
import type { OperationError } from '../domain/operation';

/** Ends it with a reason, or null where it was asked to stop. */
export async function failOperation(
  ctx: TenantContext,
  operationId: string,
  error: OperationError | null,
): Promise<boolean> {
  return updateOperationEnded(ctx, operationId, error ? { state: 'failed', error } : { state: 'cancelled' });
}
