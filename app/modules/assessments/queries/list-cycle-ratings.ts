import type { TenantContext } from '#db/tenancy';
import { type CycleRatingRow, listCycleOccupations, listCycleRatingRows } from '../data/cycle-ratings';
import { ratedOccupation } from '../domain/rated-occupation';

export type CycleRating = CycleRatingRow;

/**
 * The submitted levels of these people in a cycle, each person's under the one occupation that the person is rated as; apart: only where
 * raters say different levels. What the reader may see of it is the caller's to know.
 */
export async function listCycleRatings(
  ctx: TenantContext,
  cycleId: string,
  only: { readonly employeeIds: readonly string[]; readonly apart: boolean },
): Promise<CycleRating[]> {
  const rows = await listCycleRatingRows(ctx, cycleId, only);
  const given = new Map(
    (await listCycleOccupations(ctx, cycleId, only.employeeIds)).map(({ employeeId, soc }) => [
      employeeId,
      soc,
    ]),
  );
  return [...Map.groupBy(rows, ({ employeeId }) => employeeId)].flatMap(([employeeId, own]) => {
    const soc = ratedOccupation(own, given.get(employeeId));
    return own.filter((row) => row.soc === soc);
  });
}
