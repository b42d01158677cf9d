import type { TenantContext } from '#db/tenancy';
import { listIdsRatedBy } from '../data/rated-by';

/** Ids of the people whose levels somebody knows from having rated them. */
export async function listRatedBy(ctx: TenantContext, raterId: string): Promise<readonly string[]> {
  return listIdsRatedBy(ctx, raterId);
}
