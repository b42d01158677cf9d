import type { AuthContext } from '#db/tenancy';
import type { Letter } from '~/mail/mailer';
import { formatDay } from '~/shared/format-day';
import { findCycleLetter, updateLetterToken } from '../data/cycle-letters';
import type { QueuedMail } from '../data/mail-queue';
import { findMember } from '../data/memberships';
import { findDirectoryEntry } from '../data/organization-directory';
import { findUser } from '../data/users';
import { cycleOpenedLetter, cycleReminderLetter } from '../domain/cycle-letter';
import { tokenLink } from '../domain/link-token';
import { makeLinkToken } from './make-link-token';

/** A letter about a cycle as it is to be said now; null when the reader is no member any more. */
export async function cycleLetterOf(
  ctx: AuthContext,
  { mailId, kind, subjectId }: Pick<QueuedMail, 'mailId' | 'kind' | 'subjectId'>,
  origin: string,
): Promise<Letter | null> {
  const found = await findCycleLetter(ctx, subjectId);
  if (!found) return null;
  const organization = await findDirectoryEntry(ctx, found.organizationId);
  const user = await findUser(ctx, found.userId);
  if (!organization || !user || !(await findMember(ctx, found.organizationId, found.userId))) return null;
  const { token, tokenHash } = makeLinkToken();
  await updateLetterToken(ctx, subjectId, tokenHash);
  const link = `${origin}/o/${organization.slug}/${found.owed > 0 ? 'assess' : ''}`;
  const parts = {
    organization: organization.name,
    cycle: found.name,
    purpose: found.purpose,
    until: formatDay(found.closesOn),
    isRated: found.isRated,
    owed: found.owed,
    link,
    stopLink: tokenLink(origin, 'stop', token),
  };
  const words = kind === 'cycle-opened' ? cycleOpenedLetter(parts) : cycleReminderLetter(parts);
  return { mailId, to: user.email, link, ...words };
}
