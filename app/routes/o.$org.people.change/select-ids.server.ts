import type { TenantArgs } from '~/http/tenant-route.server';
import { readPeopleAddress } from '~/modules/people/domain/people-filter';
import { listPeopleIds } from '~/modules/people/queries/list-people-ids';
import { isAnyUuid } from '~/shared/is-uuid';

/** The people whom the address names: by their ids, or all whom a filter describes. */
export async function selectIds(ctx: TenantArgs['ctx'], url: URL): Promise<readonly string[]> {
  if (url.searchParams.get('all') !== 'yes')
    return [...new Set(url.searchParams.getAll('id').filter((id) => isAnyUuid(id)))];
  const { filter, asOf } = readPeopleAddress(url.searchParams);
  const viewer = { teamScope: [], employeeId: null };
  return listPeopleIds(ctx, { viewer, reach: 'all', filter, asOf });
}
