import type { TenantContext } from '#db/tenancy';
import { listContestsOf } from '../data/contests';
import type { Contest } from '../domain/contest';

/** All contests of one person, the newest first. Whether the reader may see them is the caller's to know. */
export async function listContestsOfPerson(ctx: TenantContext, employeeId: string): Promise<Contest[]> {
  return listContestsOf(ctx, employeeId);
}
