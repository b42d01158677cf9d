import type { AuthContext } from '#db/tenancy';
import type { Letter } from '~/mail/mailer';
import type { QueuedMail } from '../data/mail-queue';
import { findMember } from '../data/memberships';
import { findDirectoryEntry } from '../data/organization-directory';
import { reachOf } from '../domain/permissions';
import { signInLetter } from '../domain/sign-in-letter';

const KINDS = ['sign-in-linked', 'sign-in-taken-back', 'record-linked', 'record-taken-back'] as const;
type SignInMailKind = (typeof KINDS)[number];

type SignInMail = Omit<QueuedMail, 'kind'> & { readonly kind: SignInMailKind };

/** Whether a letter tells that a sign-in was connected with a record, or taken back. */
export function isSignInLetter(mail: QueuedMail): mail is SignInMail {
  return KINDS.some((kind) => kind === mail.kind);
}

/**
 * A letter about a sign-in as it is to be said now. Null when there is nobody to say it to: whoever gets it is no member
 * any more or may not look after records, the record has no address, or the person is gone from the directory.
 */
export async function signInLetterOf(
  ctx: AuthContext,
  mail: SignInMail & {
    readonly organizationId: string;
    /** Of the person to whom the letter leads; null: it leads to nobody, or nobody is there. */
    readonly record: { readonly email: string | null } | null;
  },
  origin: string,
): Promise<Letter | null> {
  const { mailId, kind, organizationId, subjectId, aboutId, record } = mail;
  const directory = await findDirectoryEntry(ctx, organizationId);
  if (!directory || (aboutId !== null && record === null)) return null;
  const organization = { name: directory.name, address: `${origin}/o/${directory.slug}` };
  const isLinked = kind === 'sign-in-linked' || kind === 'record-linked';
  const about = { organization, isLinked, aboutId };
  if (kind === 'record-linked' || kind === 'record-taken-back') {
    if (!record?.email) return null;
    return { mailId, to: record.email, ...signInLetter({ ...about, reader: 'person' }) };
  }
  const member = await findMember(ctx, organizationId, subjectId);
  if (!member) return null;
  if (aboutId === null) return { mailId, to: member.email, ...signInLetter({ ...about, reader: 'member' }) };
  if (reachOf(member.role, 'directory:write') === 'none') return null;
  return { mailId, to: member.email, ...signInLetter({ ...about, reader: 'watcher' }) };
}
