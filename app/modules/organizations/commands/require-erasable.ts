import type { Database } from '#db/database';
import { withMembers } from '#db/tenancy';
import { findMember, lockMembers } from '../data/memberships';
import { requireMayGive } from '../domain/member-rights';
import type { Viewer } from '../domain/viewer';
import { requireOtherOwner } from './change-as-administrator';

/**
 * Refuses to erase a person whose sign-in is the only owner's, and any owner's for whoever is no owner.
 * @throws Conflict or Forbidden.
 */
export async function requireErasable(
  database: Database,
  { kind, id, role, organization }: Pick<Viewer, 'kind' | 'id' | 'role' | 'organization'>,
  userId: string,
): Promise<void> {
  await withMembers(database, { organizationId: organization.id, actor: { kind, id } }, async (ctx) => {
    await lockMembers(ctx, ctx.organizationId);
    const member = await findMember(ctx, ctx.organizationId, userId);
    if (!member) return;
    requireMayGive({ authorRole: role, isOwn: false, before: member, after: null });
    await requireOtherOwner(ctx, member);
  });
}
