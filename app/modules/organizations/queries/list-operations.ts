import type { TenantContext } from '#db/tenancy';
import { listOperationRows } from '../data/operation-rows';
import type { Operation } from '../domain/operation';
import { reachOf } from '../domain/permissions';
import type { Viewer } from '../domain/viewer';
import { describeOperation } from './get-operation';

interface Listing {
  readonly kind?: string;
  readonly limit: number;
}

/** The operations that the viewer may see, newest first. */
export async function listOperations(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'kind' | 'id' | 'role'>,
  listing: Listing,
): Promise<Operation[]> {
  const all = reachOf(viewer.role, 'organization:read') === 'all';
  const requester = { kind: viewer.kind, id: viewer.id };
  const rows = await listOperationRows(ctx, { ...listing, ...(all ? {} : { requester }) });
  return rows.map(describeOperation);
}
