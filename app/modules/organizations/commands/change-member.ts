import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { enqueue } from '#jobs/enqueue';
import { NotFound } from '~/shared/errors';
import { insertMail } from '../data/mail-queue';
import { deleteMembership, findMember, updateMembership } from '../data/memberships';
import { deleteSessionsOf } from '../data/sessions';
import {
  checkedRights,
  type MemberRights,
  needsSecondLook,
  requireMayGive,
  rightsChanges,
} from '../domain/member-rights';
import { reachOf } from '../domain/permissions';
import { changeAsAdministrator, type MemberViewer, requireOtherOwner } from './change-as-administrator';
import { recordAudit } from './record-audit';
import { revokeWaitingTokens } from './revoke-waiting-tokens';

/** What became of a change: it is done, or its author has to look at it once more and sign in anew. */
export type MemberOutcome = 'done' | 'look-first';

export interface MemberRemoval {
  readonly userId: string;
  /** Whether the author was shown what follows, and signed in within the last minutes. */
  readonly sure: boolean;
}

export interface MemberChange extends MemberRemoval {
  readonly rights: MemberRights;
  /** Ids of the teams that the organization has now. */
  readonly teams: ReadonlySet<string>;
}

/**
 * Gives a member another role, scope or grants. Sessions from before open this organization no more until the member
 * proves who they are, and a letter says what changed; who administers no more has no token that waits for approval any
 * more. Nothing is done where somebody becomes an owner, or is one no more, and the author is not sure.
 * @throws NotFound for somebody who is no member; Conflict for the last owner and for rights that one gives oneself.
 */
export async function changeMember(
  database: Database,
  viewer: MemberViewer,
  { userId, sure, rights, teams }: MemberChange,
): Promise<MemberOutcome> {
  return changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    const before = await findMember(ctx, organizationId, userId);
    if (!before) throw new NotFound('There is no such member.');
    const after = checkedRights(rights, teams);
    requireMayGive({ authorRole: author.role, isOwn: userId === author.userId, before, after });
    const changes = rightsChanges(before, after);
    if (changes.length === 0) return 'done';
    if (after.role !== 'owner') await requireOtherOwner(ctx, before);
    if (!sure && needsSecondLook(before, after)) return 'look-first';
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
    return 'done';
  });
}

/**
 * Takes a member out of the organization; their sessions and tokens that wait end, and a letter says so. Nothing is done
 * where the author is not sure.
 * @throws NotFound for somebody who is no member; Conflict for the last owner.
 */
export async function removeMember(
  database: Database,
  viewer: MemberViewer,
  { userId, sure }: MemberRemoval,
): Promise<MemberOutcome> {
  return changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    const before = await findMember(ctx, organizationId, userId);
    if (!before) throw new NotFound('There is no such member.');
    requireMayGive({ authorRole: author.role, isOwn: userId === author.userId, before, after: null });
    await requireOtherOwner(ctx, before);
    if (!sure && needsSecondLook(before, null)) return 'look-first';
    await revokeWaitingTokens(ctx, userId);
    await deleteMembership(ctx, organizationId, userId);
    await deleteSessionsOf(ctx, userId);
    await insertMail(ctx, {
      mailId: randomUUID(),
      kind: 'member-removed',
      organizationId,
      subjectId: userId,
    });
    const details = { role: before.role, teamScope: before.teamScope };
    recordAudit(ctx, { action: 'member.remove', subject: { kind: 'user', id: userId }, details });
    return 'done';
  });
}
