import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { withAuth } from '#db/tenancy';
import { isUuid } from '~/shared/is-uuid';
import { takeChallenge } from '../data/passkey-challenges';
import { findPasskey, type PasskeyRow, updatePasskeyUsed } from '../data/passkeys';
import { findUser } from '../data/users';
import { authenticationAnswer, readAnswer } from '../domain/passkey-answer';
import type { RelyingParty } from '../domain/relying-party';
import type { PasskeyServices } from './begin-passkey';

/** The answer of an authenticator, as a form brings it. */
export interface PasskeyAnswer {
  readonly challengeId: string;
  /** JSON. */
  readonly response: string;
}

/**
 * Who holds the passkey, or null when the answer does not prove it: another or a used challenge, another site, a
 * counter that went back, a passkey that is not known or not this user's. expected: the user whose second factor it is
 * to be; null when the passkey says who signs in. The challenge is used up either way.
 */
export async function checkPasskey(
  { database, relyingParty }: PasskeyServices,
  { challengeId, response }: PasskeyAnswer,
  expected: string | null,
): Promise<{ readonly userId: string; readonly email: string } | null> {
  const answer = readAnswer(authenticationAnswer, response);
  if (!answer || !isUuid(challengeId)) return null;
  const purpose = expected === null ? 'sign-in' : 'second-factor';
  const challenge = await withAuth(database, (ctx) =>
    takeChallenge(ctx, { challengeId, purpose, userId: expected }),
  );
  const passkey = challenge && (await withAuth(database, (ctx) => findPasskey(ctx, answer.id)));
  if (!passkey || (expected !== null && passkey.userId !== expected)) return null;
  const { userHandle } = answer.response;
  if (expected === null && userHandle === undefined) return null;
  if (userHandle !== undefined && textOf(userHandle) !== passkey.userId) return null;
  const { authenticatorAttachment: _attachment, ...rest } = answer;
  const newCounter = await verify({
    response: { ...rest, clientExtensionResults: {} } as AuthenticationResponseJSON,
    challenge,
    passkey,
    relyingParty,
  });
  if (newCounter === null) return null;
  return withAuth(database, async (ctx) => {
    const isUsed = await updatePasskeyUsed(ctx, passkey.credentialId, {
      from: passkey.counter,
      to: newCounter,
    });
    const user = isUsed ? await findUser(ctx, passkey.userId) : undefined;
    return user ? { userId: user.userId, email: user.email } : null;
  });
}

interface Checked {
  readonly response: AuthenticationResponseJSON;
  readonly challenge: string;
  readonly passkey: PasskeyRow;
  readonly relyingParty: RelyingParty;
}

/** The passkey's new counter, or null when the answer is not what was asked for. */
async function verify({ response, challenge, passkey, relyingParty }: Checked): Promise<number | null> {
  const { credentialId: id, counter, transports } = passkey;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter, transports },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

function textOf(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('utf8');
}
