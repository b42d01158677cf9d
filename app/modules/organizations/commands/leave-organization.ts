import type { Database } from '#db/database';
import { withMembers } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { deleteMembership, findMember, lockMembers } from '../data/memberships';
import { type MemberViewer, requireOtherOwner } from './change-as-administrator';
import { recordAudit } from './record-audit';
import { revokeWaitingTokens } from './revoke-waiting-tokens';

/** Ends one's own membership, and with it one's own tokens that wait for approval. Throws Conflict for the last owner. */
export async function leaveOrganization(
  database: Database,
  { kind, id, organization }: MemberViewer,
): Promise<void> {
  await withMembers(database, { organizationId: organization.id, actor: { kind, id } }, async (ctx) => {
    await lockMembers(ctx, ctx.organizationId);
    const member = await findMember(ctx, ctx.organizationId, id);
    if (!member) throw new NotFound('You are no member of this organization.');
    await requireOtherOwner(ctx, member);
    await revokeWaitingTokens(ctx, id);
    await deleteMembership(ctx, ctx.organizationId, id);
    recordAudit(ctx, {
      action: 'member.leave',
      subject: { kind: 'user', id },
      details: { role: member.role, teamScope: member.teamScope },
    });
  });
}
