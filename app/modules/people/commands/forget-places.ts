import type { TenantContext } from '#db/tenancy';
import { deleteFormerPlaces } from '../data/former-places';

/** Forgets in which teams and under which managers these were who are people no more. */
export async function forgetPlaces(ctx: TenantContext, erasedIds: readonly string[]): Promise<void> {
  if (erasedIds.length > 0) await deleteFormerPlaces(ctx, erasedIds);
}
