import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listEmployeeOccupationsOn } from '../data/employee-occupations';
import type { RoleBand } from '../domain/role-band';

export interface ConfirmedOccupation {
  readonly employeeId: string;
  readonly soc: string;
  /** Null: none is known, and no target follows from the occupation. */
  readonly roleBand: RoleBand | null;
  /** Whole percent, 1 to 100. */
  readonly share: number;
}

/** What these people do on a day, by person and code: confirmed occupations. */
export async function listOccupationsAsOf(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<ConfirmedOccupation[]> {
  const occupations: ConfirmedOccupation[] = [];
  for (const batch of batches(employeeIds)) {
    for (const row of await listEmployeeOccupationsOn(ctx, batch, asOf)) {
      const { employeeId, soc, roleBand, share, confirmedBy } = row;
      if (confirmedBy !== null) occupations.push({ employeeId, soc, roleBand, share });
    }
  }
  return occupations;
}
