import type { TenantContext } from '#db/tenancy';
import { findUserOfEmployee } from '~/modules/people/queries/find-user-of-employee';
import { findContest } from '../data/contests';
import type { ContestState } from '../domain/contest';

/** What the letters about a contest follow from; null when it is gone. */
export interface ContestRecipients {
  readonly state: ContestState;
  /** The user who signs in as the person, or null. */
  readonly personUserId: string | null;
}

/** Whether the contest is open or answered, and who the person is as a user. */
export async function getContestRecipients(
  ctx: TenantContext,
  contestId: string,
): Promise<ContestRecipients | null> {
  const contest = await findContest(ctx, contestId);
  if (!contest) return null;
  return { state: contest.state, personUserId: await findUserOfEmployee(ctx, contest.employeeId) };
}
