import type { MembersContext } from '#db/tenancy';
import {
  deleteInvitationsTo,
  deleteTracesOfUser,
  deleteUsersWithoutOrganization,
  deleteWaitingOf,
} from '../data/departed-users';
import { deleteMembership, findMember, lockMembers } from '../data/memberships';
import { deleteSessionsOf } from '../data/sessions';
import { findUser } from '../data/users';
import { requireOtherOwner } from './change-as-administrator';
import { recordAudit } from './record-audit';

/**
 * Ends what a person who is erased has here to sign in with: the membership, sessions, invitations, letters; the user
 * too, where it belongs to no other organization. May be called again. Throws Conflict for the last owner.
 * @param person userId: null where nobody signs in as the person; emails: addresses of the record.
 */
export async function endSignIn(
  ctx: MembersContext,
  person: { readonly userId: string | null; readonly emails: readonly string[] },
): Promise<void> {
  const { organizationId } = ctx;
  const { userId } = person;
  await lockMembers(ctx, organizationId);
  await deleteInvitationsTo(ctx, organizationId, person.emails);
  if (userId === null) return;
  const member = await findMember(ctx, organizationId, userId);
  if (member) {
    await requireOtherOwner(ctx, member);
    await deleteMembership(ctx, organizationId, userId);
    const details = { role: member.role };
    recordAudit(ctx, { action: 'member.remove', subject: { kind: 'user', id: userId }, details });
  }
  await deleteSessionsOf(ctx, userId);
  await deleteTracesOfUser(ctx, organizationId, userId);
  const user = await findUser(ctx, userId);
  const isGone = (await deleteUsersWithoutOrganization(ctx, [userId])) > 0;
  if (user && isGone) await deleteWaitingOf(ctx, [user.email]);
}
