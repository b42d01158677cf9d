import type { Actor, MembersContext } from '#db/tenancy';
import type { KeyedHash } from '~/keyed-hash.server';
import { deleteInvitationsTo, deleteLettersAbout, deleteTracesOfUser } from '../data/departed-users';
import { deleteMembership, lockMembers } from '../data/memberships';
import { deleteSessionsOf } from '../data/sessions';
import { deleteDepartedUsers } from './delete-departed-users';
import { recordAudit } from './record-audit';
import { requireErasableBy } from './require-erasable';
import { revokeWaitingTokens } from './revoke-waiting-tokens';

interface ErasedPerson {
  readonly employeeId: string;
  /** Null where nobody signs in as the person. */
  readonly userId: string | null;
  /** Addresses of the record. */
  readonly emails: readonly string[];
  /** Who asked for the erasure. */
  readonly askedBy: Actor;
}

/**
 * Ends what a person who is erased has here to sign in with: the membership, with it the sessions, invitations,
 * letters to and about them; the user too, where it belongs to no other organization. May be called again.
 * @throws Conflict for the last owner; Forbidden where whoever asked may not take away the membership.
 */
export async function endSignIn(
  ctx: MembersContext,
  keyedHash: KeyedHash,
  { employeeId, userId, emails, askedBy }: ErasedPerson,
): Promise<void> {
  const { organizationId } = ctx;
  await lockMembers(ctx, organizationId);
  await deleteInvitationsTo(ctx, organizationId, emails);
  await deleteLettersAbout(ctx, organizationId, employeeId);
  if (userId === null) return;
  const member = await requireErasableBy(ctx, askedBy, userId);
  if (member) {
    await deleteMembership(ctx, organizationId, userId);
    await deleteSessionsOf(ctx, userId);
    const details = { role: member.role, teamScope: member.teamScope };
    recordAudit(ctx, { action: 'member.remove', subject: { kind: 'user', id: userId }, details });
  }
  await revokeWaitingTokens(ctx, userId);
  await deleteTracesOfUser(ctx, organizationId, userId);
  await deleteDepartedUsers(ctx, keyedHash, [userId]);
}
