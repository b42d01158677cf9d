import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listEmployees } from '../data/employees';

/** Names of people by id; unknown ids are left out. */
export async function listPeopleNames(
  ctx: TenantContext,
  employeeIds: Iterable<string>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const batch of batches([...new Set(employeeIds)])) {
    for (const { employeeId, name } of await listEmployees(ctx, batch)) names.set(employeeId, name);
  }
  return names;
}
