import type { TenantContext } from '#db/tenancy';
import { listActivePage, type NamedPerson, type PageOfPeople } from '../data/team-members';

/** A page of the active people of these teams, by name and id. */
export async function listActivePeople(
  ctx: TenantContext,
  teamIds: readonly string[],
  page: PageOfPeople,
): Promise<NamedPerson[]> {
  return listActivePage(ctx, teamIds, page);
}
