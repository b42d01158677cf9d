import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { meetsPerson } from '../domain/directory-scope';
import type { EmployeeResource } from '../domain/employee-resource';
import { getChangeDays } from './get-change-days';
import { type DirectoryReader, getDirectoryScope } from './get-directory-scope';
import { getEmployee } from './get-employee';
import { employeeKey, getEmployeeResource } from './get-employee-resource';

/**
 * A person of the API's directory by id or `externalId:E0001`, on a day or, without one, today; who begins later as on
 * the first day. Throws NotFound, also for somebody whom the reader does not meet.
 */
export async function readEmployeeResource(
  ctx: TenantContext,
  reader: DirectoryReader,
  { named, asOf }: { readonly named: string; readonly asOf: string | null },
): Promise<EmployeeResource> {
  const { today } = await getChangeDays(ctx, null);
  const { employeeId } = await getEmployee(ctx, employeeKey(named), today);
  const day = asOf ?? (await getChangeDays(ctx, employeeId)).usual;
  const { employment } = await getEmployee(ctx, { employeeId }, day);
  const scope = await getDirectoryScope(ctx, reader, day);
  const { teamId = null, managerId = null, status = null } = employment ?? {};
  if (!scope.detailed || !meetsPerson(scope, { employeeId, teamId, managerId, status }))
    throw new NotFound('There is no such person in this organization.');
  return getEmployeeResource(ctx, { employeeId }, day);
}
