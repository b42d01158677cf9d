import type { TenantContext } from '#db/tenancy';
import { type EmployedPerson, listReportsOf } from '../data/employments';

/** The people, active or on leave, whose manager on a day is this person, by name. */
export async function listDirectReports(
  ctx: TenantContext,
  managerId: string,
  asOf: string,
): Promise<EmployedPerson[]> {
  return listReportsOf(ctx, managerId, asOf);
}
