import type { TenantContext } from '#db/tenancy';
import { type KLowering, listKLowerings } from '../data/k-lowerings';

export type { KLowering } from '../data/k-lowerings';

/** Whoever asked that smaller groups are shown, and what became of it; the last first. */
export async function listLowerings(ctx: TenantContext): Promise<KLowering[]> {
  return listKLowerings(ctx);
}
