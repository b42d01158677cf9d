import type { AppLoadContext } from '@remix-run/node';
import { beginAttempt } from '~/modules/organizations/commands/begin-attempt';
import { checkPasskey } from '~/modules/organizations/commands/check-passkey';
import type { SecondFactorUsed } from '~/modules/organizations/domain/admission';
import { attemptSource, tooManyTries } from './attempts.server';
import { relyingPartyOf } from './relying-party.server';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
}

/** What a proof was. */
export type ProvedBy = 'password' | SecondFactorUsed;

/** Whom a proof shows to be here; or the sentence, status and headers of a refusal. */
export type Proof =
  | { readonly ok: true; readonly userId: string; readonly email: string; readonly by: ProvedBy }
  | { readonly ok: false; readonly sentence: string; readonly init: ResponseInit };

/** Checks the passkey that a form brings, of the user who is expected or, with null, of whoever it says. */
export async function provePasskey(asked: Asked, form: FormData, expected: string | null): Promise<Proof> {
  const { context, request } = asked;
  const relyingParty = relyingPartyOf(context.environment, request);
  if (!relyingParty)
    return refusedProof('Passkeys need an address with a name. This page was opened by a number.');
  const source = attemptSource(asked);
  const attempt = await beginAttempt(context, { purpose: 'passkey', account: null, source });
  if (!attempt.allowed) return { ok: false, ...tooManyTries(attempt.retryAfterSeconds) };
  const answer = {
    challengeId: String(form.get('challengeId') ?? ''),
    response: String(form.get('response') ?? ''),
  };
  const holder = await checkPasskey({ database: context.database, relyingParty }, answer, expected);
  if (!holder) return refusedProof('That passkey did not prove who you are. Try again.');
  // The asking for the challenge was counted too: people who succeed are not held back together.
  await attempt.succeeded();
  await attempt.succeeded();
  return { ok: true, ...holder, by: 'passkey' };
}

/** A refusal with 422. */
export function refusedProof(sentence: string): Proof {
  return { ok: false, sentence, init: { status: 422 } };
}
