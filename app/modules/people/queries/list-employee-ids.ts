import type { TenantContext } from '#db/tenancy';
import { listAllEmployeeIds } from '../data/employees';
import { listErasedIds as erasedIds } from '../data/erased-places';

/** The ids of everybody in the organization, whatever their status. */
export async function listEmployeeIds(ctx: TenantContext): Promise<string[]> {
  return listAllEmployeeIds(ctx);
}

/** The same, and the numbers that stand for people who were erased in the figures of releases. */
export async function listIdsEver(ctx: TenantContext): Promise<string[]> {
  return [...(await listAllEmployeeIds(ctx)), ...(await listErasedIds(ctx))];
}

/** Those numbers alone. */
export async function listErasedIds(ctx: TenantContext): Promise<string[]> {
  return erasedIds(ctx);
}
