import type { TenantContext } from '#db/tenancy';
import { listOperationStates } from '../data/operation-rows';
import type { OperationState } from '../domain/operation-state';

/** How far each of these operations is, by id; those that are no longer kept are not in it. */
export async function statesOfOperations(
  ctx: TenantContext,
  operationIds: readonly string[],
): Promise<ReadonlyMap<string, OperationState>> {
  const rows = await listOperationStates(ctx, operationIds);
  return new Map(rows.map(({ operationId, state }) => [operationId, state]));
}
