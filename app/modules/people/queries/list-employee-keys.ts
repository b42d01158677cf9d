import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listEmployees } from '../data/employees';

/** Names and personnel numbers of people by id; unknown ids are left out. */
export async function listEmployeeKeys(
  ctx: TenantContext,
  employeeIds: Iterable<string>,
): Promise<Map<string, { readonly name: string; readonly externalId: string }>> {
  const known = new Map<string, { readonly name: string; readonly externalId: string }>();
  for (const batch of batches([...new Set(employeeIds)])) {
    for (const { employeeId, name, externalId } of await listEmployees(ctx, batch))
      known.set(employeeId, { name, externalId });
  }
  return known;
}
