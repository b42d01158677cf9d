import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listTokenDetails } from '../data/api-tokens';
import { type InvitationRow, listInvitationRows } from '../data/invitations';
import { listMemberDetails, type MemberDetails } from '../data/memberships';
import { namesOfWorking } from '../domain/token-rights';

/** An invitation that was not accepted. */
export interface ListedInvitation
  extends Pick<InvitationRow, 'invitationId' | 'email' | 'role' | 'teamScope'> {
  readonly isOver: boolean;
  readonly expiresAt: Date;
}

/** A member with the names of the tokens that they made and that work, whatever becomes of them. */
interface ListedMember extends MemberDetails {
  readonly tokens: readonly string[];
}

/** Who belongs to an organization, by name, and who is invited, by address. */
export async function listMembersOf(
  database: Database,
  organizationId: string,
): Promise<{ members: ListedMember[]; invitations: ListedInvitation[] }> {
  return withAuth(database, async (ctx) => {
    const tokens = await listTokenDetails(ctx, organizationId);
    const members = await listMemberDetails(ctx, organizationId);
    return {
      members: members.map((member) => ({
        ...member,
        tokens: namesOfWorking(tokens, { createdBy: member.userId, now: ctx.now }),
      })),
      invitations: (await listInvitationRows(ctx, organizationId)).map((row) => ({
        invitationId: row.invitationId,
        email: row.email,
        role: row.role,
        teamScope: row.teamScope,
        isOver: row.expiresAt <= ctx.now,
        expiresAt: row.expiresAt,
      })),
    };
  });
}
