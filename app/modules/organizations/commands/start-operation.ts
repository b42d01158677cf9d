import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { insertOperation } from '../data/operation-rows';

/**
 * Notes long work that the context's actor asks for. The caller enqueues the job that does it, with
 * `{ operationId: id }` as its payload, in the same transaction.
 * @param work kind: the name of the job; input: what it needs, ids rather than data.
 */
export async function startOperation(
  ctx: TenantContext,
  work: { readonly kind: string; readonly input: object },
): Promise<{ readonly id: string }> {
  const id = randomUUID();
  await insertOperation(ctx, { operationId: id, kind: work.kind, input: work.input });
  return { id };
}
