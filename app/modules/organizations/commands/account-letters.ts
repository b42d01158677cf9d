import type { AuthContext } from '#db/tenancy';
import type { Letter } from '~/mail/mailer';
import type { QueuedMail } from '../data/mail-queue';
import { deletePasswordResetsOf, findPasswordReset, updatePasswordReset } from '../data/password-resets';
import { deleteSignUp, findSignUp, updateSignUpToken } from '../data/sign-ups';
import { findUser, findUserByEmail } from '../data/users';
import {
  knownSignUpLetter,
  passwordChangedLetter,
  resetLetter,
  secondFactorChangedLetter,
  signUpLetter,
} from '../domain/account-letter';
import type { LetterWords } from '../domain/letter';
import { tokenLink } from '../domain/link-token';
import { makeLinkToken } from './make-link-token';

const RESET_MS = 3_600_000;

/** A letter about an account, as it is to be said now; null when there is nothing to say any more. */
export async function accountLetterOf(
  ctx: AuthContext,
  { mailId, kind, subjectId }: Pick<QueuedMail, 'mailId' | 'kind' | 'subjectId'>,
  origin: string,
): Promise<Letter | null> {
  const addressed = (to: string, words: LetterWords, link: string): Letter => ({
    ...{ mailId, to, link },
    ...words,
  });
  if (kind === 'sign-up') return signUpLetterOf(ctx, subjectId, { addressed, origin });
  if (kind === 'password-reset') return resetLetterOf(ctx, subjectId, { addressed, origin });
  const user = await findUser(ctx, subjectId);
  if (!user) return null;
  if (kind === 'second-factor-changed') {
    const link = `${origin}/account/security`;
    return addressed(user.email, secondFactorChangedLetter(link), link);
  }
  const link = `${origin}/reset`;
  return kind === 'password-changed' ? addressed(user.email, passwordChangedLetter(link), link) : null;
}

interface Addressing {
  readonly addressed: (to: string, words: LetterWords, link: string) => Letter;
  readonly origin: string;
}

/** Only here is it found out whether the address has an account: the page did not look. */
async function signUpLetterOf(ctx: AuthContext, signUpId: string, { addressed, origin }: Addressing) {
  const signUp = await findSignUp(ctx, signUpId);
  if (!signUp) return null;
  if (await findUserByEmail(ctx, signUp.email)) {
    await deleteSignUp(ctx, signUpId);
    const link = `${origin}/login`;
    return addressed(signUp.email, knownSignUpLetter(link), link);
  }
  const { token, tokenHash } = makeLinkToken();
  await updateSignUpToken(ctx, signUpId, tokenHash);
  const link = tokenLink(origin, 'signup', token);
  return addressed(signUp.email, signUpLetter(link), link);
}

async function resetLetterOf(ctx: AuthContext, resetId: string, { addressed, origin }: Addressing) {
  const reset = await findPasswordReset(ctx, resetId);
  if (!reset) return null;
  const user = await findUserByEmail(ctx, reset.email);
  if (!user) {
    await deletePasswordResetsOf(ctx, reset.email);
    return null;
  }
  const { token, tokenHash } = makeLinkToken();
  await updatePasswordReset(ctx, resetId, {
    tokenHash,
    expiresAt: new Date(ctx.now.getTime() + RESET_MS),
  });
  const link = tokenLink(origin, 'reset', token);
  return addressed(user.email, resetLetter(link), link);
}
