import type { TenantContext } from '#db/tenancy';
import { type IncumbentTarget, listIncumbentTargets as listRows } from '../data/position-profiles';

/** What the own profile of the post that each of these people holds on a day asks of them; nothing for all others. */
export async function listIncumbentTargets(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<IncumbentTarget[]> {
  return listRows(ctx, employeeIds, asOf);
}
