import { hash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { insertImportChanges } from '../../data/import-changes';
import type { EmployeeChange } from '../../domain/employee-differences';
import { type FactIds, factsText, storedState } from '../../domain/imports/person-facts';

/** Keeps what was known of the people of stored changes, and a mark of what an import left, for taking it back. */
export async function keepChanges(
  ctx: TenantContext,
  importId: string,
  changes: readonly EmployeeChange[],
  ids: FactIds,
): Promise<void> {
  const kept = changes.flatMap(({ before, after }) => {
    const employeeId = ids.employees.get(after.externalId);
    if (employeeId === undefined) return [];
    return [
      {
        employeeId,
        before: before ? factsText(before, ids) : null,
        afterHash: hash('md5', factsText(storedState(before, after), ids)),
      },
    ];
  });
  await insertImportChanges(ctx, importId, kept);
}
