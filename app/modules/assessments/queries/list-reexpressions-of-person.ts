import type { TenantContext } from '#db/tenancy';
import { listReexpressionsOf, type ReexpressionOfPerson } from '../data/reexpressions';

/** Everything of a person that was read in another version. Whether the reader may see it is the caller's to know. */
export async function listReexpressionsOfPerson(
  ctx: TenantContext,
  employeeId: string,
): Promise<ReexpressionOfPerson[]> {
  return listReexpressionsOf(ctx, employeeId);
}
