import type { TenantContext } from '#db/tenancy';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { type ProfileStamp, upsertProfiles } from '../data/profiles';
import { computePeople } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';
import { refreshPersonFigures } from './refresh-person-figures';
import { refreshPersonOverview } from './refresh-person-overview';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/** Computes and stores the profiles of these people and their compact rows; returns the teams they are in on the day. */
export async function refreshProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
  { method, stamp }: Options,
): Promise<readonly string[]> {
  if (employeeIds.length === 0) return [];
  const people = await computePeople(ctx, employeeIds, { method, asOf: stamp.asOf });
  const rows = people.flatMap((person) => person.rows);
  await upsertProfiles(ctx, rows, stamp);
  await refreshPersonFigures(ctx, rows, { method, stamp });
  await refreshPersonOverview(ctx, people, { method, stamp });
  const teams = await listTeamsOfPeople(ctx, employeeIds, stamp.asOf);
  return teams.map((row) => row.teamId);
}
