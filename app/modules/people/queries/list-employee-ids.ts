import type { TenantContext } from '#db/tenancy';
import { listAllEmployeeIds } from '../data/employees';

/** The ids of everybody in the organization, whatever their status. */
export async function listEmployeeIds(ctx: TenantContext): Promise<string[]> {
  return listAllEmployeeIds(ctx);
}
