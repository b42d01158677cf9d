import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import type { Logger } from '~/logger.server';
import type { Letter, Mailer } from '~/mail/mailer';
import { findInvitation, updateInvitation } from '../data/invitations';
import {
  askForMails,
  deleteMail,
  deleteOldMails,
  findNextDue,
  giveUpMail,
  type QueuedMail,
  returnMail,
  takeMail,
} from '../data/mail-queue';
import { findMember } from '../data/memberships';
import { findDirectoryEntry } from '../data/organization-directory';
import { findUser } from '../data/users';
import {
  changedLetter,
  contestAnsweredLetter,
  contestOpenedLetter,
  invitationLetter,
  type LetterWords,
  removedLetter,
  ssoConnectedLetter,
} from '../domain/letter';
import { tokenLink } from '../domain/link-token';
import { reachOf } from '../domain/permissions';
import { ROLE_LABELS } from '../domain/role';
import { accountLetterOf } from './account-letters';
import { cycleLetterOf } from './cycle-letter-of';
import { makeLinkToken } from './make-link-token';
import { isSignInLetter, signInLetterOf } from './sign-in-letter-of';

export interface MailServices {
  readonly database: Database;
  readonly mailer: Mailer;
  /** Where links of letters lead, such as `https://cadre.example`. */
  readonly origin: string;
  readonly logger: Logger;
  /** The address that the directory has of a person, as it is now; null: no such person any more. */
  readonly findRecord: (
    organizationId: string,
    employeeId: string,
  ) => Promise<{ readonly email: string | null } | null>;
}

const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_S = 60;
const KEPT_MS = 30 * 86_400_000;

/**
 * Sends what waits, one letter after the other; how many went out. A letter is taken before it is sent and deleted
 * after: one that may have gone out is never sent again, one that surely did not is tried again after 1, 2, 4 ...
 * minutes, eight times in all.
 */
export async function sendMails(services: MailServices): Promise<number> {
  const { database, logger } = services;
  let sent = 0;
  for (;;) {
    const taken = await withAuth(database, async (ctx) => {
      const mail = await takeMail(ctx);
      if (!mail) return null;
      const letter = await letterOf(ctx, mail, services);
      if (!letter) await deleteMail(ctx, mail.mailId);
      return { mail, letter };
    });
    if (!taken) break;
    if (taken.letter && (await sendOne(services, taken.mail, taken.letter))) sent += 1;
  }
  await withAuth(database, async (ctx) => {
    await deleteOldMails(ctx, new Date(ctx.now.getTime() - KEPT_MS));
    const due = await findNextDue(ctx);
    if (due) await askForMails(ctx, Math.max(1, Math.ceil((due.getTime() - ctx.now.getTime()) / 1000)));
  });
  logger.info({ sent }, 'letters sent');
  return sent;
}

async function sendOne({ database, mailer, logger }: MailServices, mail: QueuedMail, letter: Letter) {
  const { mailId, kind, attempts } = mail;
  const outcome = await mailer.send(letter);
  const isOver = outcome === 'try-again' ? attempts >= MOST_ATTEMPTS : outcome !== 'sent';
  if (outcome !== 'sent') logger.warn({ mailId, kind, attempts, outcome, isOver }, 'a letter was not sent');
  await withAuth(database, async (ctx) => {
    if (outcome === 'sent') return deleteMail(ctx, mailId);
    if (isOver) return giveUpMail(ctx, mailId);
    return returnMail(ctx, mailId, new Date(ctx.now.getTime() + FIRST_PAUSE_S * 1000 * 2 ** (attempts - 1)));
  });
  return outcome === 'sent';
}

/** The letter as it is to be said now; null when there is nothing to say any more. */
async function letterOf(
  ctx: AuthContext,
  mail: QueuedMail,
  { origin, findRecord }: MailServices,
): Promise<Letter | null> {
  const { mailId, organizationId, subjectId } = mail;
  const addressed = (to: string, words: LetterWords, link?: string): Letter => ({
    mailId,
    to,
    ...words,
    ...(link ? { link } : {}),
  });
  if (mail.kind === 'invitation') {
    const invitation = await findInvitation(ctx, subjectId);
    if (!invitation) return null;
    const { token, tokenHash } = makeLinkToken();
    await updateInvitation(ctx, subjectId, { tokenHash });
    const link = tokenLink(origin, 'invite', token);
    const { email, organizationName, role } = invitation;
    return addressed(email, invitationLetter(organizationName, ROLE_LABELS[role], link), link);
  }
  if (!organizationId) return accountLetterOf(ctx, mail, origin);
  if (mail.kind === 'cycle-opened' || mail.kind === 'cycle-reminder') return cycleLetterOf(ctx, mail, origin);
  if (isSignInLetter(mail)) {
    const record = mail.aboutId === null ? null : await findRecord(organizationId, mail.aboutId);
    return signInLetterOf(ctx, { ...mail, organizationId, record }, origin);
  }
  const [organization, user, member] = [
    await findDirectoryEntry(ctx, organizationId),
    await findUser(ctx, subjectId),
    await findMember(ctx, organizationId, subjectId),
  ];
  if (!organization || !user) return null;
  if (mail.kind === 'member-removed')
    return member ? null : addressed(user.email, removedLetter(organization.name));
  if (!member) return null;
  const link = `${origin}/o/${organization.slug}`;
  if (mail.kind === 'sso-connected')
    return addressed(user.email, ssoConnectedLetter(organization.name, link), link);
  if (mail.kind === 'contest-opened') {
    const answers = `${link}/contests`;
    if (reachOf(member.role, 'contests:answer') === 'none') return null;
    return addressed(user.email, contestOpenedLetter(organization.name, answers), answers);
  }
  if (mail.kind === 'contest-answered')
    return addressed(user.email, contestAnsweredLetter(organization.name, link), link);
  return addressed(user.email, changedLetter(organization.name, ROLE_LABELS[member.role], link));
}
