import type { TenantContext } from '#db/tenancy';
import { updateOperationProgress } from '../data/operation-rows';

/** Notes how far it is, from 0 to 1; false: stop. */
export async function reportOperation(
  ctx: TenantContext,
  operationId: string,
  progress: number,
): Promise<boolean> {
  return updateOperationProgress(ctx, operationId, Math.min(1, Math.max(0, progress)));
}
