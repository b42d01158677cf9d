import { queueSignInLinked } from '~/modules/organizations/commands/queue-sign-in-letters';
import { findUserOfEmployee } from '~/modules/people/queries/find-user-of-employee';
import type { TenantTask } from '../run-task';

/** Letters that a sign-in was connected with a record; one that was taken back meanwhile asks for none. */
export const signInLetters: TenantTask<'sign-in-letters'> = async ({ payload, inTenant, inMembers }) => {
  const userId = await inTenant((ctx) => findUserOfEmployee(ctx, payload.employeeId));
  if (userId !== payload.userId) return;
  await inMembers((ctx) => queueSignInLinked(ctx, payload));
};
