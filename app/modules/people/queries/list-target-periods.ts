import type { TenantContext } from '#db/tenancy';
import { listTargetProfiles, type TargetProfileRow } from '../data/target-profiles';

/** All periods of the target profiles of these occupations, past, present and planned. */
export async function listTargetPeriods(
  ctx: TenantContext,
  codes: readonly string[],
): Promise<TargetProfileRow[]> {
  return codes.length === 0 ? [] : listTargetProfiles(ctx, codes);
}
