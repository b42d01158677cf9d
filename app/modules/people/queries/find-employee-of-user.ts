import type { TenantContext } from '#db/tenancy';
import { findEmployeeIdByUser } from '../data/employees';

/** The employee record that a sign-in is linked to in this organization, or null. */
export async function findEmployeeIdOfUser(ctx: TenantContext, userId: string): Promise<string | null> {
  return (await findEmployeeIdByUser(ctx, userId)) ?? null;
}
