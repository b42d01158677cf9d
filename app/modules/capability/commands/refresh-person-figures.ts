import type { TenantContext } from '#db/tenancy';
import { dayNumber } from '~/shared/calendar-day';
import { listPersonPlaces, replacePersonFigures } from '../data/person-figures';
import type { NewProfileRow, ProfileStamp } from '../data/profiles';
import { personFacts } from '../domain/person-facts';
import { personSums } from '../domain/person-sums';
import type { Method } from '../queries/get-method';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/**
 * Stores the compact row of each of these people from their computed profiles, twelve rows each in the order of the
 * dimensions; who is not active on the day has none.
 */
export async function refreshPersonFigures(
  ctx: TenantContext,
  profiles: readonly NewProfileRow[],
  { method, stamp }: Options,
): Promise<void> {
  const rowsOf = Map.groupBy(profiles, (row) => row.employeeId);
  const places = await listPersonPlaces(ctx, [...rowsOf.keys()], stamp.asOf);
  const figures = places.map((place) => {
    const rows = rowsOf.get(place.employeeId) ?? [];
    const at = { available: place.available, asOf: stamp.asOf, constants: method.constants };
    return {
      ...place,
      sums: personSums(rows, at),
      facts: personFacts(rows, at),
      newestDays: rows.map(({ assessedOn }) => (assessedOn === null ? null : dayNumber(assessedOn))),
      levels: rows.map((row) => row.level),
      targets: rows.map((row) => row.target),
    };
  });
  await replacePersonFigures(ctx, [...rowsOf.keys()], { figures, stamp });
}
