import { type TenantContext, withTenant } from '#db/tenancy';
import type { TenantArgs } from './tenant-route.server';

/** Opens a short read-only transaction of the viewer's organization. */
export type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

/**
 * A long text that is sent as it is read: the loader's own transaction is over by then, so that each piece opens one
 * of its own. What the pieces may hold is decided, and noted in the audit log, in the loader.
 */
export function tenantStream(
  { ctx, viewer, context }: Pick<TenantArgs, 'ctx' | 'viewer' | 'context'>,
  pieces: (inTenant: InTenant) => AsyncIterable<string>,
): ReadableStream<Uint8Array> {
  const request = { organizationId: viewer.organization.id, actor: ctx.actor, readOnly: true };
  const inTenant: InTenant = (work) => withTenant(context.database, request, work);
  const encoder = new TextEncoder();
  const reading = pieces(inTenant)[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await reading.return?.();
    },
  });
}
