import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';
import { listTeamPlaces } from '../data/person-figures';
import { listReleasePeople } from '../data/release-source';
import { isHolder } from '../domain/holders';
import { quarterUpTo } from '../domain/overview/development-velocity';
import { personOverview } from '../domain/overview/person-overview';
import type { ReleasePerson } from '../domain/suppression/release-facts';
import { type ComputedPerson, computePeople } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';
import { PastTeams } from './past-teams';

/** People whose profiles are computed together: bounds the memory. */
const BATCH = 500;

export interface PeopleOfRelease {
  readonly people: readonly ReleasePerson[];
  /** What the teams add to the overview on a day that is over; null: today, as stored. */
  readonly past: PastTeams | null;
}

/**
 * Who is active on the day of a release, with levels and targets of that day: the stored ones when it is today, when
 * nothing waits to be computed; of a day that is over computed from what is recorded (valid then, as known now).
 */
export async function listPeopleOfRelease(
  ctx: TenantContext,
  { method, asOf }: { readonly method: Method; readonly asOf: string },
): Promise<PeopleOfRelease> {
  if (asOf === method.today)
    return { people: await listReleasePeople(ctx, asOf, quarterUpTo(asOf).from), past: null };
  const places = await listTeamPlaces(ctx, null, asOf);
  const past = new PastTeams({ asOf, constants: method.constants });
  const people: ReleasePerson[] = [];
  for (const batch of batches(places.sort(byId), BATCH)) {
    const ids = batch.map((place) => place.employeeId);
    const computed = await computePeople(ctx, ids, { method, asOf });
    const byPerson = new Map(computed.map((one) => [one.employeeId, one]));
    for (const place of batch) {
      const person = byPerson.get(place.employeeId);
      if (!person) continue;
      const overview = personOverview(person, { asOf, constants: method.constants });
      past.add(place, { person, overview });
      people.push({
        employeeId: place.employeeId,
        groupId: place.teamId,
        ...factsOf(person, { available: place.available, asOf }),
        moves: overview.moves,
      });
    }
  }
  return { people, past };
}

function factsOf(
  { rows }: ComputedPerson,
  { available, asOf }: { readonly available: boolean; readonly asOf: string },
): Pick<ReleasePerson, 'levels' | 'targets' | 'ratings' | 'holds' | 'strengths'> {
  const byDimension = new Map(rows.map((row) => [row.dimension, row]));
  const own = DIMENSIONS.map((dimension) => byDimension.get(dimension));
  return {
    levels: own.map((row) => row?.level ?? null),
    targets: own.map((row) => row?.target ?? null),
    ratings: own.map((row) => (row?.assessedOn ? `${row.assessedOn} ${row.raterKind}` : null)),
    holds: own.map((row) =>
      row && row.level !== null && isHolder({ active: true, available, row }, row.level, asOf)
        ? row.level
        : null,
    ),
    strengths: own.map((row) => (row && row.target !== null ? row.strengthUnits : null)),
  };
}

function byId(a: { readonly employeeId: string }, b: { readonly employeeId: string }): number {
  return a.employeeId < b.employeeId ? -1 : 1;
}
