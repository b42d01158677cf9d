import type { TenantContext } from '#db/tenancy';
import { replacePersonOverviews } from '../data/person-overview';
import type { ProfileStamp } from '../data/profiles';
import { personOverview } from '../domain/overview/person-overview';
import type { ComputedPerson } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/** Stores what each of these computed people adds to the overview. */
export async function refreshPersonOverview(
  ctx: TenantContext,
  people: readonly ComputedPerson[],
  { method, stamp }: Options,
): Promise<void> {
  const at = { asOf: stamp.asOf, constants: method.constants };
  const rows = people.map((person) => ({ employeeId: person.employeeId, ...personOverview(person, at) }));
  await replacePersonOverviews(ctx, rows, stamp);
}
