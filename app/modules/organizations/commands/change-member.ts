import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { enqueue } from '#jobs/enqueue';
import { NotFound } from '~/shared/errors';
import { insertMail } from '../data/mail-queue';
import { deleteMembership, findMember, updateMembership } from '../data/memberships';
import { deleteSessionsOf } from '../data/sessions';
import { checkedRights, type MemberRights, requireMayGive, rightsChanges } from '../domain/member-rights';
import { reachOf } from '../domain/permissions';
import { changeAsAdministrator, type MemberViewer, requireOtherOwner } from './change-as-administrator';
import { recordAudit } from './record-audit';
import { revokeWaitingTokens } from './revoke-waiting-tokens';

export interface MemberChange {
  readonly userId: string;
  readonly rights: MemberRights;
  /** Ids of the teams that the organization has now. */
  readonly teams: ReadonlySet<string>;
}

/**
 * Gives a member another role, scope or grants; false when they have them already. Sessions from before open this
 * organization no more until the member proves who they are, and a letter says what changed; who administers no more
 * has no token that waits for approval any more.
 * @throws NotFound for somebody who is no member; Conflict for the last owner and for rights that one gives oneself.
 */
export async function changeMember(
  database: Database,
  viewer: MemberViewer,
  { userId, rights, teams }: MemberChange,
): Promise<boolean> {
  return changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    const before = await findMember(ctx, organizationId, userId);
    if (!before) throw new NotFound('There is no such member.');
    const after = checkedRights(rights, teams);
    requireMayGive({ authorRole: author.role, isOwn: userId === author.userId, before, after });
    const changes = rightsChanges(before, after);
    if (changes.length === 0) return false;
    if (after.role !== 'owner') await requireOtherOwner(ctx, before);
    const { role, teamScope, grants } = after;
    await updateMembership(ctx, {
      organizationId,
      userId,
      role,
      teamScope: [...teamScope],
      grants: [...grants],
    });
    if (reachOf(role, 'organization:write') === 'none') await revokeWaitingTokens(ctx, userId);
    await enqueue(ctx, 'prepare-release-cuts', {});
    await insertMail(ctx, {
      mailId: randomUUID(),
      kind: 'member-changed',
      organizationId,
      subjectId: userId,
    });
    recordAudit(ctx, {
      action: 'member.change',
      subject: { kind: 'user', id: userId },
      details: { changes },
    });
    return true;
  });
}

/**
 * Takes a member out of the organization; their sessions and tokens that wait end, and a letter says so.
 * @throws NotFound for somebody who is no member; Conflict for the last owner.
 */
export async function removeMember(database: Database, viewer: MemberViewer, userId: string): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    const before = await findMember(ctx, organizationId, userId);
    if (!before) throw new NotFound('There is no such member.');
    requireMayGive({ authorRole: author.role, isOwn: userId === author.userId, before, after: null });
    await requireOtherOwner(ctx, before);
    await revokeWaitingTokens(ctx, userId);
    await deleteMembership(ctx, organizationId, userId);
    await deleteSessionsOf(ctx, userId);
    await insertMail(ctx, {
      mailId: randomUUID(),
      kind: 'member-removed',
      organizationId,
      subjectId: userId,
    });
    const details = { role: before.role };
    recordAudit(ctx, { action: 'member.remove', subject: { kind: 'user', id: userId }, details });
  });
}
