import type { TenantContext } from '#db/tenancy';
import { Forbidden } from '~/shared/errors';
import { updateOperationCancelled } from '../data/operation-rows';
import type { Operation } from '../domain/operation';
import type { Viewer } from '../domain/viewer';
import { describeOperation, getOperationRow, mayStopOperation } from '../queries/get-operation';

/**
 * Stops an operation: one that waits at once, one that runs as soon as its worker hears of it (about a second). One
 * that is over stays as it is. For the one who asked for it, and for those who may change the organization.
 * @returns the operation as it then is.
 * @throws NotFound when the viewer may not see it, Forbidden when not stop it.
 */
export async function cancelOperation(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'kind' | 'id' | 'role'>,
  id: string,
): Promise<Operation> {
  const row = await getOperationRow(ctx, viewer, id);
  if (!mayStopOperation(row, viewer))
    throw new Forbidden('Only the person who asked for this work, an owner or an administrator may stop it.');
  await updateOperationCancelled(ctx, row.operationId);
  return describeOperation(await getOperationRow(ctx, viewer, id));
}
