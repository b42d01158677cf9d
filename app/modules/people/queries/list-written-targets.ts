import type { TenantContext } from '#db/tenancy';
import { listTargetProfilesOn, type TargetProfileRow } from '../data/target-profiles';

/** The written targets in force on a day, by occupation, band and dimension. */
export async function listWrittenTargets(ctx: TenantContext, asOf: string): Promise<TargetProfileRow[]> {
  return listTargetProfilesOn(ctx, asOf);
}
