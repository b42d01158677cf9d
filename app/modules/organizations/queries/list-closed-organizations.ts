import type { AuthContext } from '#db/tenancy';
import { listDeletingIds } from '../data/closed-organizations';

/** The ids of organizations whose rows are still to be removed. */
export async function listClosedOrganizations(ctx: AuthContext): Promise<string[]> {
  return listDeletingIds(ctx);
}
