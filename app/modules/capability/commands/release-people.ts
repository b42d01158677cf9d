import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';
import type { NewProfileRow } from '../data/profiles';
import { listReleasePeople } from '../data/release-source';
import type { ReleasePerson } from '../domain/suppression/release-facts';
import { computeProfiles } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';

/** People whose profiles are computed together: bounds the memory. */
const BATCH = 500;

/**
 * Who is active on the day of a release, with levels and targets of that day: the stored ones when it is today, when
 * nothing waits to be computed; of a day that is over computed from what is recorded (valid then, as known now).
 */
export async function listPeopleOfRelease(
  ctx: TenantContext,
  { method, asOf }: { readonly method: Method; readonly asOf: string },
): Promise<ReleasePerson[]> {
  const stored = await listReleasePeople(ctx, asOf);
  if (asOf === method.today) return stored;
  const people: ReleasePerson[] = [];
  for (const batch of batches(stored, BATCH)) {
    const ids = batch.map((person) => person.employeeId);
    const rows = await computeProfiles(ctx, ids, { method, asOf });
    const byPerson = Map.groupBy(rows, (row) => row.employeeId);
    people.push(...batch.map((person) => withProfile(person, byPerson.get(person.employeeId) ?? [])));
  }
  return people;
}

function withProfile(person: ReleasePerson, rows: readonly NewProfileRow[]): ReleasePerson {
  const byDimension = new Map(rows.map((row) => [row.dimension, row]));
  const own = DIMENSIONS.map((dimension) => byDimension.get(dimension));
  return {
    ...person,
    levels: own.map((row) => row?.level ?? null),
    targets: own.map((row) => row?.target ?? null),
    ratings: own.map((row) => (row?.assessedOn ? `${row.assessedOn} ${row.raterKind}` : null)),
  };
}
