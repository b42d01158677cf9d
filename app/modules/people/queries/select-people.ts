import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import type { PeopleSelection } from '../data/people-periods';
import { readableDay } from '../domain/directory-scope';
import type { PeopleFilter } from '../domain/people-filter';
import { type DirectoryReader, getDirectoryScope } from './get-directory-scope';
import { listSubtreeTeamIds } from './list-subtree-team-ids';

/** Who asks for whom. */
export interface PeopleQuestion extends DirectoryReader {
  readonly filter: PeopleFilter;
  /** Valid on that day, as known now; null: today. Whoever meets colleagues only meets them of no day to come. */
  readonly asOf: string | null;
}

/** Those whom the filter describes and the viewer meets, with the organization's today. */
export async function selectPeople(
  ctx: TenantContext,
  { viewer, reach, filter, asOf }: PeopleQuestion,
): Promise<PeopleSelection & { readonly today: string }> {
  const today = await organizationDay(ctx);
  const day = readableDay(reach, asOf ?? today, today);
  const scope = await getDirectoryScope(ctx, { viewer, reach }, day);
  const teamIds = filter.team ? await listSubtreeTeamIds(ctx, [filter.team], day) : null;
  return { day, today, filter, teamIds, scope };
}
