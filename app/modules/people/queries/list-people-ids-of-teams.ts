import type { TenantContext } from '#db/tenancy';
import { listAnyStatusIds } from '../data/team-members';

/** Ids of everybody who is in one of these teams on a day: active, on leave or left. */
export async function listPeopleIdsOfTeams(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<string[]> {
  return listAnyStatusIds(ctx, teamIds, day);
}
