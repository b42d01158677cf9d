import type { TenantContext } from '#db/tenancy';
import { type CycleRow, listCycleRows } from '../data/cycles';

/** The organization's assessment cycles, the newest first. */
export async function listCycles(ctx: TenantContext): Promise<CycleRow[]> {
  return listCycleRows(ctx);
}
