import { randomUUID } from 'node:crypto';
import type { MembersContext } from '#db/tenancy';
import {
  type CycleNotice,
  insertCycleLetters,
  type NewCycleLetter,
  upsertNotice,
} from '../data/cycle-letters';
import { askForMails } from '../data/mail-queue';
import { reachOf } from '../domain/permissions';
import { ROLES } from '../domain/role';

export interface CycleLettersOfDay {
  readonly notice: CycleNotice;
  /** The organization's day: nobody gets two letters of one cycle on it, however often they are queued. */
  readonly day: string;
  readonly letters: readonly Omit<NewCycleLetter, 'letterId'>[];
}

/**
 * Queues letters about a cycle to members of the organization, none that asks somebody to rate whose role does not; returns
 * the users who get one.
 */
export async function queueCycleLetters(
  ctx: MembersContext,
  { notice, day, letters }: CycleLettersOfDay,
): Promise<string[]> {
  const { organizationId } = ctx;
  await upsertNotice(ctx, organizationId, notice);
  const queued = await insertCycleLetters(ctx, organizationId, {
    cycleId: notice.cycleId,
    day,
    letters: letters.map((letter) => ({ ...letter, letterId: randomUUID() })),
    ratingRoles: ROLES.filter((role) => reachOf(role, 'ratings:submit') !== 'none'),
  });
  if (queued.length > 0) await askForMails(ctx, 0);
  return queued;
}
