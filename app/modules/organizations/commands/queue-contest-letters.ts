import { randomUUID } from 'node:crypto';
import type { MembersContext } from '#db/tenancy';
import { insertMail } from '../data/mail-queue';
import { listMembers } from '../data/memberships';

/**
 * Queues a letter to every HR partner, but not to the person whose rating it is.
 * @param personUserId who signs in as the person, or null
 */
export async function queueContestOpened(ctx: MembersContext, personUserId: string | null): Promise<void> {
  const { organizationId } = ctx;
  for (const { userId, role } of await listMembers(ctx, organizationId)) {
    if (role !== 'hr_partner' || userId === personUserId) continue;
    const mail = { mailId: randomUUID(), kind: 'contest-opened' } as const;
    await insertMail(ctx, { ...mail, organizationId, subjectId: userId });
  }
}

/** Queues the letter to the person that the contest is answered. */
export async function queueContestAnswered(ctx: MembersContext, personUserId: string): Promise<void> {
  const { organizationId } = ctx;
  const mail = { mailId: randomUUID(), kind: 'contest-answered' } as const;
  await insertMail(ctx, { ...mail, organizationId, subjectId: personUserId });
}
