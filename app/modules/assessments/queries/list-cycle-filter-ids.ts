import type { TenantContext } from '#db/tenancy';
import { listPeopleIds } from '~/modules/people/queries/list-people-ids';
import type { Cycle } from '../domain/cycle';

/** Ids of those whom a draft would rate if it opened on the day: active or on leave, and of the director's teams. */
export async function listCycleFilterIds(
  ctx: TenantContext,
  { teamScope, peopleFilter }: Pick<Cycle, 'teamScope' | 'peopleFilter'>,
  day: string,
): Promise<string[]> {
  return listPeopleIds(ctx, {
    viewer: { teamScope, employeeId: null },
    reach: teamScope.length > 0 ? 'subtree' : 'all',
    filter: peopleFilter,
    asOf: day,
  });
}
