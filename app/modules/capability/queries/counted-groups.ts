import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { sumPersonFigures } from '../data/person-figures';
import type { GroupCells } from '../domain/counted-cells';
import { readSums } from '../domain/person-sums';
import type { Method } from './get-method';
import { listBlindPeople } from './list-blind-people';
import { type GroupQuestion, refuseTooMany, sumPlaces } from './past-groups';

interface Today {
  readonly viewer: Viewer;
  readonly method: Method;
  readonly asOf: string;
}

/**
 * The cells of each group of the selected people by today's compact rows; '' stands for those without one. Who has
 * ratings that the viewer does not read yet is counted as computed without them. Throws InvalidInput for too many such.
 */
export async function sumGroups(
  ctx: TenantContext,
  { selection, grouping }: GroupQuestion,
  { viewer, method, asOf }: Today,
): Promise<ReadonlyMap<string, GroupCells>> {
  const { places, ratings } = await listBlindPeople(ctx, viewer, selection);
  refuseTooMany(places.length, 'with ratings that are not open to you yet');
  const without = places.map(({ employeeId }) => employeeId);
  const sums = await sumPersonFigures(ctx, { ...selection, without }, grouping);
  const stored = new Map(
    sums.map(({ group, sum, newestDays }) => [group ?? '', readSums(sum, newestDays)] as const),
  );
  if (places.length === 0) return stored;
  const groups = await sumPlaces(
    ctx,
    { places, grouping, before: stored },
    { method, asOf, without: ratings },
  );
  // Compact rows name no framework versions, so a group that is partly of them names none.
  return new Map([...groups].map(([group, cells]) => [group, cells.map(unversioned)]));
}

const unversioned = (cell: GroupCells[number]) => ({ ...cell, frameworkVersions: [] });
