import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listOwnedFieldRows } from '../data/owned-fields';
import type { OwnableField } from '../domain/owned-fields';

/** The fields that Cadre owns, by person; people without any are left out. Imports leave them as they are. */
export async function listOwnedFields(
  ctx: TenantContext,
  employeeIds: Iterable<string>,
): Promise<Map<string, Set<OwnableField>>> {
  const owned = new Map<string, Set<OwnableField>>();
  for (const batch of batches([...new Set(employeeIds)])) {
    for (const { employeeId, field } of await listOwnedFieldRows(ctx, batch))
      owned.set(employeeId, (owned.get(employeeId) ?? new Set<OwnableField>()).add(field));
  }
  return owned;
}
