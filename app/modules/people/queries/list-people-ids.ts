import type { TenantContext } from '#db/tenancy';
import { listSelectedIds } from '../data/people-list';
import { type PeopleQuestion, selectPeople } from './select-people';

/** The ids of all people whom the filter describes and the viewer meets on the day, in order of id. */
export async function listPeopleIds(ctx: TenantContext, question: PeopleQuestion): Promise<string[]> {
  return listSelectedIds(ctx, await selectPeople(ctx, question));
}
