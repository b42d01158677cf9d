import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listEmployeesByExternalId } from '../data/employees';

/** The ids of people by their external ids; unknown ones are left out. */
export async function listIdsByExternalId(
  ctx: TenantContext,
  externalIds: Iterable<string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const batch of batches([...new Set(externalIds)])) {
    for (const row of await listEmployeesByExternalId(ctx, batch)) ids.set(row.externalId, row.employeeId);
  }
  return ids;
}
