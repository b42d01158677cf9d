import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listContestsOf } from '../data/contests';
import type { Contest } from '../domain/contest';
import { readableContestants } from './contest-rights';

/** The contests of one person that the viewer may read, the newest first: one's own, and those that one may answer. */
export async function listContestsOfPerson(
  ctx: TenantContext,
  viewer: Viewer,
  { employeeId, day }: { readonly employeeId: string; readonly day: string },
): Promise<Contest[]> {
  if (viewer.kind === 'user' && viewer.employeeId === employeeId) return listContestsOf(ctx, employeeId);
  const readable = await readableContestants(ctx, viewer, { people: [employeeId], day });
  return readable === null || readable.has(employeeId) ? listContestsOf(ctx, employeeId) : [];
}
