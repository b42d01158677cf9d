import type { TenantContext } from '#db/tenancy';
import { listKnownCodes } from '../data/occupation-codes';

/** Those of the occupation codes that the shared catalogue or the organization's own one has. */
export async function listKnownOccupationCodes(
  ctx: TenantContext,
  codes: readonly string[],
): Promise<Set<string>> {
  return new Set(await listKnownCodes(ctx, codes));
}
