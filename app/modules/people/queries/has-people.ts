import type { TenantContext } from '#db/tenancy';
import { findAnyEmployeeId } from '../data/employees';

/** Whether the organization has people, whatever their status. */
export async function hasPeople(ctx: TenantContext): Promise<boolean> {
  return (await findAnyEmployeeId(ctx)) !== undefined;
}
