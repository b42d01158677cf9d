import { randomUUID } from 'node:crypto';
import type { MembersContext } from '#db/tenancy';
import { insertMail } from '../data/mail-queue';
import { listMembers } from '../data/memberships';

export interface LinkedSignIn {
  /** The record, and the member who signs in as it from now on. */
  readonly employeeId: string;
  readonly userId: string;
  /** Who said so: they know. */
  readonly by: string;
}

/**
 * Queues the letters that a sign-in was connected with a record: to the member, and to every HR partner but whoever said
 * so, since whoever signs in as somebody reads their ratings.
 */
export async function queueSignInLinked(
  ctx: MembersContext,
  { employeeId, userId, by }: LinkedSignIn,
): Promise<void> {
  const { organizationId } = ctx;
  const about = { kind: 'sign-in-linked', organizationId } as const;
  for (const member of await listMembers(ctx, organizationId)) {
    if (member.userId === userId)
      await insertMail(ctx, { ...about, mailId: randomUUID(), subjectId: userId, aboutId: null });
    else if (member.role === 'hr_partner' && member.userId !== by)
      await insertMail(ctx, {
        ...about,
        mailId: randomUUID(),
        subjectId: member.userId,
        aboutId: employeeId,
      });
  }
}
