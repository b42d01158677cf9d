import type { AppLoadContext } from '@remix-run/node';
import { beginAttempt } from '~/modules/organizations/commands/begin-attempt';
import { checkCode } from '~/modules/organizations/commands/check-code';
import { checkOwnPassword } from '~/modules/organizations/commands/check-own-password';
import { appCodeOf } from '~/modules/organizations/domain/second-factor';
import { attemptSource, tooManyTries } from './attempts.server';
import { type Proof, refusedProof } from './passkey-proof.server';
import type { SignedIn } from './session.server';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
}

/** Checks a code of the authenticator app, or a recovery code; tries are counted. */
export async function proveCode(asked: Asked, person: SignedIn, text: string): Promise<Proof> {
  const { context } = asked;
  const { userId, email } = person;
  if (text.trim() === '') return refusedProof('Enter the code.');
  const source = attemptSource(asked);
  const attempt = await beginAttempt(context, { purpose: 'second-factor', account: email, source });
  if (!attempt.allowed) return { ok: false, ...tooManyTries(attempt.retryAfterSeconds) };
  if (!(await checkCode(context, { userId, text })))
    return refusedProof('That code is not right, or it was used already.');
  await attempt.succeeded();
  return { ok: true, userId, email, by: appCodeOf(text) ? 'app' : 'recovery_code' };
}

/** Checks that whoever is signed in is here: a code of their authenticator app, or their password. */
export async function proveOwner(asked: Asked, person: SignedIn, text: string): Promise<Proof> {
  if (appCodeOf(text)) return proveCode(asked, person, text);
  const { context } = asked;
  const { userId, email } = person;
  if (text === '') return refusedProof('Enter your password, or a code of your authenticator app.');
  const source = attemptSource(asked);
  const attempt = await beginAttempt(context, { purpose: 'password', account: email, source });
  if (!attempt.allowed) return { ok: false, ...tooManyTries(attempt.retryAfterSeconds) };
  if (!(await checkOwnPassword(context, userId, text))) return refusedProof('That is not right.');
  await attempt.succeeded();
  return { ok: true, userId, email, by: 'password' };
}
