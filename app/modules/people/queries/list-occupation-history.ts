import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { type EmployeeOccupationRow, listEmployeeOccupations } from '../data/employee-occupations';

/** Everything that these people ever did, confirmed and proposed, by person, code and first day. */
export async function listOccupationHistory(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<EmployeeOccupationRow[]> {
  const rows: EmployeeOccupationRow[] = [];
  for (const batch of batches(employeeIds)) rows.push(...(await listEmployeeOccupations(ctx, batch)));
  return rows;
}
