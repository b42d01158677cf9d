import type { TenantContext } from '#db/tenancy';
import { findUserOfEmployee as find } from '../data/employees';

/** The user who signs in as the person, or null. */
export async function findUserOfEmployee(ctx: TenantContext, employeeId: string): Promise<string | null> {
  return find(ctx, employeeId);
}
