import type { TenantContext } from '#db/tenancy';
import { dayNumber } from '~/shared/calendar-day';
import { type PersonPlace, replacePersonFigures } from '../data/person-figures';
import type { ProfileStamp } from '../data/profiles';
import { personFacts } from '../domain/person-facts';
import { personSums } from '../domain/person-sums';
import type { ComputedPerson } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';

interface Options {
  readonly places: readonly PersonPlace[];
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/**
 * Stores the compact row of each of these people from their computed profiles, twelve rows each in the order of the
 * dimensions, and their places on the day; who is not active then has no place and no row.
 */
export async function refreshPersonFigures(
  ctx: TenantContext,
  people: readonly Pick<ComputedPerson, 'employeeId' | 'rows'>[],
  { places, method, stamp }: Options,
): Promise<void> {
  const rowsOf = new Map(people.map(({ employeeId, rows }) => [employeeId, rows]));
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
