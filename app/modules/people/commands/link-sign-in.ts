import type { TenantContext } from '#db/tenancy';
import { Conflict, NotFound } from '~/shared/errors';
import { findEmployee, findEmployeeIdByUser, updateEmployeeUser } from '../data/employees';

/**
 * Says that a sign-in belongs to a person of the organization. Throws NotFound without such a person, Conflict when
 * the sign-in belongs to another one.
 */
export async function linkSignIn(
  ctx: TenantContext,
  link: { readonly externalId: string; readonly userId: string },
): Promise<void> {
  const employee = await findEmployee(ctx, { externalId: link.externalId });
  if (!employee) throw new NotFound('There is no such person in this organization.');
  const linked = await findEmployeeIdByUser(ctx, link.userId);
  if (linked === employee.employeeId) return;
  if (linked !== undefined) throw new Conflict('This sign-in belongs to another person of the organization.');
  await updateEmployeeUser(ctx, employee.employeeId, link.userId);
}
