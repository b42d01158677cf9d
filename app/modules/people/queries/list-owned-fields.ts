import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listAllOwnedFieldRows, listOwnedFieldRows, type OwnedFieldRow } from '../data/owned-fields';
import type { OwnableField } from '../domain/owned-fields';

/** Of more people than this all owned fields are read at once: few are owned. */
const MANY = 5_000;

/** The fields that Cadre owns, by person; people without any are left out. Imports leave them as they are. */
export async function listOwnedFields(
  ctx: TenantContext,
  employeeIds: Iterable<string>,
): Promise<Map<string, Set<OwnableField>>> {
  const owned = new Map<string, Set<OwnableField>>();
  const add = ({ employeeId, field }: OwnedFieldRow) =>
    owned.set(employeeId, (owned.get(employeeId) ?? new Set<OwnableField>()).add(field));
  const people = new Set(employeeIds);
  if (people.size > MANY) {
    for (const row of await listAllOwnedFieldRows(ctx)) if (people.has(row.employeeId)) add(row);
    return owned;
  }
  for (const batch of batches([...people])) for (const row of await listOwnedFieldRows(ctx, batch)) add(row);
  return owned;
}
