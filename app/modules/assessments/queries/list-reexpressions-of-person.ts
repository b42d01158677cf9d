import type { TenantContext } from '#db/tenancy';
import { listReexpressionsOf, type ReexpressionOfPerson } from '../data/reexpressions';

/**
 * Everything of a person that was read in another version. Whether the reader may see it is the caller's to know.
 * @param without what the reader does not know yet (list-blind-ratings.ts)
 */
export async function listReexpressionsOfPerson(
  ctx: TenantContext,
  employeeId: string,
  without: ReadonlySet<string>,
): Promise<ReexpressionOfPerson[]> {
  const all = await listReexpressionsOf(ctx, employeeId);
  return all.filter(({ assessmentId }) => !without.has(assessmentId));
}
