import { getContestRecipients } from '~/modules/assessments/queries/get-contest-recipients';
import {
  queueContestAnswered,
  queueContestOpened,
} from '~/modules/organizations/commands/queue-contest-letters';
import type { TenantTask } from '../run-task';

/** One job for each step of a contest; one that was taken back, or is gone, asks for no letter. */
export const contestLetters: TenantTask<'contest-letters'> = async ({ payload, inTenant, inMembers }) => {
  const found = await inTenant((ctx) => getContestRecipients(ctx, payload.contestId));
  if (!found) return;
  const { state, personUserId } = found;
  if (state === 'open') await inMembers((ctx) => queueContestOpened(ctx, personUserId));
  else if (state !== 'withdrawn' && personUserId !== null)
    await inMembers((ctx) => queueContestAnswered(ctx, personUserId));
};
