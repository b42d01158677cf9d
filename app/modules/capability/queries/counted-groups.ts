import type { TenantContext } from '#db/tenancy';
import { type FiguresGrouping, type FiguresSelection, sumPersonFigures } from '../data/person-figures';
import type { GroupCells } from '../domain/counted-cells';
import { readSums } from '../domain/person-sums';

/** The cells of each group of the selected people by today's compact rows; '' stands for those without one. */
export async function sumGroups(
  ctx: TenantContext,
  selection: FiguresSelection,
  grouping: FiguresGrouping,
): Promise<ReadonlyMap<string, GroupCells>> {
  const sums = await sumPersonFigures(ctx, selection, grouping);
  return new Map(sums.map(({ group, sum, newestDays }) => [group ?? '', readSums(sum, newestDays)]));
}
