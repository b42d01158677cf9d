import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { type InvitationRow, listInvitationRows } from '../data/invitations';
import { listMemberDetails, type MemberDetails } from '../data/memberships';

/** An invitation that was not accepted. */
export interface ListedInvitation
  extends Pick<InvitationRow, 'invitationId' | 'email' | 'role' | 'teamScope'> {
  readonly isOver: boolean;
  readonly expiresAt: Date;
}

/** Who belongs to an organization, by name, and who is invited, by address. */
export async function listMembersOf(
  database: Database,
  organizationId: string,
): Promise<{ members: MemberDetails[]; invitations: ListedInvitation[] }> {
  return withAuth(database, async (ctx) => ({
    members: await listMemberDetails(ctx, organizationId),
    invitations: (await listInvitationRows(ctx, organizationId)).map((row) => ({
      invitationId: row.invitationId,
      email: row.email,
      role: row.role,
      teamScope: row.teamScope,
      isOver: row.expiresAt <= ctx.now,
      expiresAt: row.expiresAt,
    })),
  }));
}
