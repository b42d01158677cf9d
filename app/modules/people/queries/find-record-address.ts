import type { TenantContext } from '#db/tenancy';
import { findEmployee } from '../data/employees';

/** The address that the directory has of a person, or null; null for the whole: there is no such person. */
export async function findRecordAddress(
  ctx: TenantContext,
  employeeId: string,
): Promise<{ readonly email: string | null } | null> {
  const employee = await findEmployee(ctx, { employeeId });
  return employee ? { email: employee.email } : null;
}
