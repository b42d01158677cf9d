import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { takeChallenge } from '../data/passkey-challenges';
import { deletePasskey, insertPasskey, listPasskeys, updatePasskeyName } from '../data/passkeys';
import { readAnswer, registrationAnswer } from '../domain/passkey-answer';
import { passkeyName } from '../domain/second-factor';
import type { PasskeyServices } from './begin-passkey';
import { changeFactors, type FactorOwner } from './change-factors';
import type { PasskeyAnswer } from './check-passkey';
import { firstRecoveryCodes } from './make-recovery-codes';

const MOST = 20;

/**
 * Adds the passkey that an authenticator made. Gives the recovery codes of somebody who had none, else null.
 * @throws InvalidInput for an answer that does not fit or a name that is none; Conflict when it is there already.
 */
export async function addPasskey(
  { database, relyingParty }: PasskeyServices,
  owner: FactorOwner,
  { challengeId, response, name }: PasskeyAnswer & { readonly name: string },
): Promise<string[] | null> {
  const { userId } = owner;
  const plainName = requireName(name);
  const answer = readAnswer(registrationAnswer, response);
  const challenge = answer
    ? await withAuth(database, (ctx) => takeChallenge(ctx, { challengeId, purpose: 'register', userId }))
    : undefined;
  if (!answer || !challenge) throw notAdded();
  const { authenticatorAttachment: _attachment, ...rest } = answer;
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...rest, clientExtensionResults: {} } as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
  }).catch(() => {
    throw notAdded();
  });
  if (!registrationInfo) throw notAdded();
  const { id: credentialId, publicKey, counter } = registrationInfo.credential;
  return changeFactors(database, owner, async (ctx) => {
    if ((await listPasskeys(ctx, userId)).length >= MOST)
      throw new Conflict(`There are ${MOST} passkeys already. Remove one that you no longer use.`);
    const { transports } = answer.response;
    const passkey = { credentialId, userId, publicKey, counter, transports, name: plainName };
    if (!(await insertPasskey(ctx, passkey))) throw new Conflict('This passkey is there already.');
    return firstRecoveryCodes(ctx, userId);
  });
}

/** Gives a passkey another name. Throws NotFound, InvalidInput. */
export async function renamePasskey(
  database: Database,
  { userId }: FactorOwner,
  { credentialId, name }: { readonly credentialId: string; readonly name: string },
): Promise<void> {
  const plainName = requireName(name);
  const isDone = await withAuth(database, (ctx) =>
    updatePasskeyName(ctx, { userId, credentialId, name: plainName }),
  );
  if (!isDone) throw new NotFound('There is no such passkey.');
}

/** Takes a passkey away. Throws NotFound; Conflict when it is the last factor and one is required. */
export async function removePasskey(
  database: Database,
  owner: FactorOwner,
  credentialId: string,
): Promise<void> {
  await changeFactors(database, owner, async (ctx) => {
    if (!(await deletePasskey(ctx, owner.userId, credentialId)))
      throw new NotFound('There is no such passkey.');
  });
}

function requireName(text: string): string {
  const name = passkeyName(text);
  if (name === null)
    throw new InvalidInput('Give the passkey a name.', [
      { pointer: 'name', detail: 'Enter a name of at most 100 characters.' },
    ]);
  return name;
}

function notAdded(): InvalidInput {
  return new InvalidInput('The passkey could not be added. Try again.');
}
