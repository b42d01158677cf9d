import { randomUUID } from 'node:crypto';
import type { MembersContext } from '#db/tenancy';
import { insertMail } from '../data/mail-queue';
import { listMembers, type MemberRow } from '../data/memberships';
import { findUserByEmail } from '../data/users';
import type { Role } from '../domain/role';

export interface SignInChange {
  /** The record, the address that the directory has of the person, and whose sign-in it is. */
  readonly employeeId: string;
  readonly recordEmail: string | null;
  readonly userId: string;
  /** Whether it was connected; else it was taken back. */
  readonly isLinked: boolean;
  /** Who said so: they know. */
  readonly by: string;
}

/** Who looks after records, the nearest first. */
const WATCHERS: readonly Role[] = ['hr_partner', 'owner', 'admin'];

/**
 * Queues the letters that a sign-in was connected with a record, or taken back: to the member, to the person where the
 * record has another address than the sign-in, and to others who look after records, since whoever signs in as somebody
 * reads their ratings.
 */
export async function queueSignInLetters(ctx: MembersContext, change: SignInChange): Promise<void> {
  const { organizationId } = ctx;
  const { employeeId, recordEmail, userId, isLinked } = change;
  const kind = isLinked ? 'sign-in-linked' : 'sign-in-taken-back';
  const told = async (subjectId: string, aboutId: string | null) =>
    insertMail(ctx, { mailId: randomUUID(), organizationId, kind, subjectId, aboutId });
  const members = await listMembers(ctx, organizationId);
  if (members.some((member) => member.userId === userId)) await told(userId, null);
  for (const watcher of watchersOf(members, change)) await told(watcher.userId, employeeId);
  if (recordEmail === null || (await findUserByEmail(ctx, recordEmail))?.userId === userId) return;
  await insertMail(ctx, {
    ...{ mailId: randomUUID(), organizationId, subjectId: employeeId, aboutId: employeeId },
    kind: isLinked ? 'record-linked' : 'record-taken-back',
  });
}

/** The HR partners but whoever said so and whose sign-in it is; where there are none the owners, then administrators. */
function watchersOf(members: readonly MemberRow[], { userId, by }: SignInChange): readonly MemberRow[] {
  const others = members.filter((member) => member.userId !== userId && member.userId !== by);
  const role = WATCHERS.find((watching) => others.some((other) => other.role === watching));
  return others.filter((other) => other.role === role);
}
