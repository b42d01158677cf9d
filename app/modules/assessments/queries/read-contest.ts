import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { findContest } from '../data/contests';
import type { Contest } from '../domain/contest';
import { readableContestants } from './contest-rights';

/** One contest, for whoever answers those of its person. Throws NotFound for everybody else. */
export async function readContest(ctx: TenantContext, viewer: Viewer, contestId: string): Promise<Contest> {
  const contest = isAnyUuid(contestId) ? await findContest(ctx, contestId) : undefined;
  if (contest) {
    const scope = { people: [contest.employeeId], day: await organizationDay(ctx) };
    const readable = await readableContestants(ctx, viewer, scope);
    if (readable === null || readable.has(contest.employeeId)) return contest;
  }
  throw new NotFound('There is no such contest in this organization.');
}
