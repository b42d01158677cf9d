import type { TenantContext } from '#db/tenancy';
import { listActiveIds, listActivePage, type NamedPerson, type PageOfPeople } from '../data/team-members';

/** A page of the active people of these teams, by name and id. */
export async function listActivePeople(
  ctx: TenantContext,
  teamIds: readonly string[],
  page: PageOfPeople,
): Promise<NamedPerson[]> {
  return listActivePage(ctx, teamIds, page);
}

/** Ids of the active people of these teams on a day. */
export async function listActivePeopleIds(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<string[]> {
  return listActiveIds(ctx, teamIds, day);
}
