import { randomUUID } from 'node:crypto';
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { type ChallengeRow, insertChallenge } from '../data/passkey-challenges';
import { listPasskeys } from '../data/passkeys';
import type { RelyingParty } from '../domain/relying-party';

export interface PasskeyServices {
  readonly database: Database;
  readonly relyingParty: RelyingParty;
}

/** What the browser hands to the authenticator, and by which its answer is recognized. */
export interface PasskeyAsked<Options> {
  readonly challengeId: string;
  readonly options: Options;
}

const MINUTES = 5;
const LIMIT_MS = MINUTES * 60_000;

/** Asks for a new passkey that finds its owner by itself and verifies who holds it. */
export async function beginRegistration(
  { database, relyingParty }: PasskeyServices,
  person: { readonly userId: string; readonly email: string; readonly name: string },
) {
  const known = await withAuth(database, (ctx) => listPasskeys(ctx, person.userId));
  const options = await generateRegistrationOptions({
    rpName: 'Cadre',
    rpID: relyingParty.id,
    userID: new TextEncoder().encode(person.userId),
    userName: person.email,
    userDisplayName: person.name,
    timeout: LIMIT_MS,
    attestationType: 'none',
    excludeCredentials: known.map(asDescriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return ask(database, options, { purpose: 'register', userId: person.userId });
}

/** Asks for any passkey of this site, to sign in with; or for one of a user, as their second factor. */
export async function beginAuthentication(
  { database, relyingParty }: PasskeyServices,
  userId: string | null,
) {
  const known = userId === null ? [] : await withAuth(database, (ctx) => listPasskeys(ctx, userId));
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.id,
    timeout: LIMIT_MS,
    userVerification: 'required',
    ...(userId === null ? {} : { allowCredentials: known.map(asDescriptor) }),
  });
  return ask(database, options, { purpose: userId === null ? 'sign-in' : 'second-factor', userId });
}

async function ask<Options extends { readonly challenge: string }>(
  database: Database,
  options: Options,
  about: Pick<ChallengeRow, 'purpose' | 'userId'>,
): Promise<PasskeyAsked<Options>> {
  const challengeId = randomUUID();
  const { challenge } = options;
  await withAuth(database, (ctx) =>
    insertChallenge(ctx, {
      ...about,
      challengeId,
      challenge,
      expiresAt: new Date(ctx.now.getTime() + LIMIT_MS),
    }),
  );
  return { challengeId, options };
}

function asDescriptor({ credentialId, transports }: { credentialId: string; transports: string[] }) {
  return { id: credentialId, transports };
}
