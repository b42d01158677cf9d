import type { TenantContext } from '#db/tenancy';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { type ProfileStamp, upsertProfiles } from '../data/profiles';
import { computeProfiles } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/** Computes and stores the profiles of these people; returns the teams they are in on the day. */
export async function refreshProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
  { method, stamp }: Options,
): Promise<readonly string[]> {
  if (employeeIds.length === 0) return [];
  const rows = await computeProfiles(ctx, employeeIds, { method, asOf: stamp.asOf });
  await upsertProfiles(ctx, rows, stamp);
  const teams = await listTeamsOfPeople(ctx, employeeIds, stamp.asOf);
  return teams.map((row) => row.teamId);
}
