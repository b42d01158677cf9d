import type { AuthContext } from '#db/tenancy';
import type { KeyedHash } from '~/keyed-hash.server';
import { deleteUsersWithoutOrganization, deleteWaitingOf } from '../data/departed-users';
import { forgetAttempts } from './begin-attempt';

/**
 * Deletes those of these accounts that belong to no organization any more, with what is kept under their addresses:
 * unconfirmed sign-ups, passwords asked for, from where they were signed in to, tries.
 */
export async function deleteDepartedUsers(
  ctx: AuthContext,
  keyedHash: KeyedHash,
  userIds: readonly string[],
): Promise<void> {
  const emails = await deleteUsersWithoutOrganization(ctx, userIds);
  await deleteWaitingOf(ctx, emails);
  for (const email of emails) await forgetAttempts(ctx, keyedHash, email);
}
