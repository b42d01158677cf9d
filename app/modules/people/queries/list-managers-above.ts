import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listManagersAboveOn } from '../data/managers-above';

/** The manager on a day of each of these people and everybody above, by person; whoever has none is left out. */
export async function listManagersAbove(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<Map<string, Set<string>>> {
  const above = new Map<string, Set<string>>();
  for (const batch of batches([...new Set(employeeIds)])) {
    for (const { employeeId, managerId } of await listManagersAboveOn(ctx, batch, asOf)) {
      const known = above.get(employeeId);
      if (known) known.add(managerId);
      else above.set(employeeId, new Set([managerId]));
    }
  }
  return above;
}
