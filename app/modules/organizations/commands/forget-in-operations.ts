import type { TenantContext } from '#db/tenancy';
import { deleteIdleUploads, deleteOperationsNaming, updateOperationInput } from '../data/erased-operations';
import { deleteIdempotencyKeysBefore } from '../data/idempotency-keys';
import { finishOperation } from './finish-operation';

interface Naming {
  /** Ids and addresses, wherever they stand; empty ones are left out. */
  readonly texts: readonly string[];
  /** Names and short keys, which count only as a whole value, since others have words in common; empty ones are left out. */
  readonly values: readonly string[];
}

/** Deletes tasks that are over and name a person, and files that nothing works on and kept answers of the API: they may hold anybody. */
export async function forgetInOperations(ctx: TenantContext, { texts, values }: Naming): Promise<void> {
  const given = (all: readonly string[]) =>
    all.filter((text) => text !== '').map((text) => JSON.stringify(text));
  await deleteOperationsNaming(ctx, [...given(texts).map((text) => text.slice(1, -1)), ...given(values)]);
  await deleteIdleUploads(ctx);
  await deleteIdempotencyKeysBefore(ctx, ctx.now);
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
