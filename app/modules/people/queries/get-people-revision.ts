import type { TenantContext } from '#db/tenancy';
import { listEmployeeOccupations } from '../data/employee-occupations';
import { listEmployees } from '../data/employees';
import { listEmployments } from '../data/employments';
import { revisionOf } from '../domain/employee-revision';

/** A short text that is another one once anything that the directory holds of these people has changed. */
export async function getPeopleRevision(ctx: TenantContext, employeeIds: readonly string[]): Promise<string> {
  const people = await listEmployees(ctx, employeeIds);
  const inOrder = people.sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
  const employments = await listEmployments(ctx, employeeIds);
  return revisionOf([...inOrder, ...employments, ...(await listEmployeeOccupations(ctx, employeeIds))]);
}
