import type { TenantContext } from '#db/tenancy';
import { deleteIdleUploads, deleteOperationsNaming, updateOperationInput } from '../data/erased-operations';
import { finishOperation } from './finish-operation';

interface Naming {
  /** Ids, addresses and names, wherever they stand; empty ones are left out. */
  readonly texts: readonly string[];
  /** Short keys, which count only as a whole value. */
  readonly values: readonly string[];
}

/** Deletes tasks that are over and name a person, and files that nothing works on: they may hold anybody. */
export async function forgetInOperations(ctx: TenantContext, { texts, values }: Naming): Promise<void> {
  const written = texts.filter((text) => text !== '').map((text) => JSON.stringify(text).slice(1, -1));
  await deleteOperationsNaming(ctx, [...written, ...values.map((value) => JSON.stringify(value))]);
  await deleteIdleUploads(ctx);
}

/** Ends an operation well, and empties what it was started with. */
export async function finishWithoutInput(
  ctx: TenantContext,
  operationId: string,
  result: unknown,
): Promise<void> {
  await updateOperationInput(ctx, operationId);
  await finishOperation(ctx, operationId, result);
}
