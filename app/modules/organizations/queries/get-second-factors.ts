import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { appKeyUri } from '~/one-time-codes.server';
import type { Sealer } from '~/sealing.server';
import { listPasskeys, type PasskeyRow } from '../data/passkeys';
import { countRecoveryCodes } from '../data/recovery-codes';
import { listPoliciesOf } from '../data/sign-in-policies';
import { findTotpSecret, findTotpSetUp } from '../data/totp-secrets';
import { SET_UP_MINUTES } from '../domain/fresh-session';
import { appKeyPurpose, asksForFactor } from '../domain/second-factor';

/** Somebody's second factors, without anything that could confirm a sign-in. */
export interface SecondFactorsView {
  /** Since when there is an authenticator app, or null. */
  readonly appSince: Date | null;
  readonly passkeys: readonly Pick<PasskeyRow, 'credentialId' | 'name' | 'createdAt' | 'lastUsedAt'>[];
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
  /** Names of the organizations that ask for a second factor. */
  readonly requiredBy: readonly string[];
}

/** What second factors a user has. */
export async function getSecondFactors(database: Database, userId: string): Promise<SecondFactorsView> {
  return withAuth(database, async (ctx) => ({
    appSince: (await findTotpSecret(ctx, userId))?.confirmedAt ?? null,
    passkeys: (await listPasskeys(ctx, userId)).map(({ credentialId, name, createdAt, lastUsedAt }) => ({
      credentialId,
      name,
      createdAt,
      lastUsedAt,
    })),
    recoveryCodes: await countRecoveryCodes(ctx, userId),
    requiredBy: (await listPoliciesOf(ctx, userId)).filter(asksForFactor).map(({ name }) => name),
  }));
}

/** The key of an authenticator app that waits for its first code. */
export interface ProposedApp {
  /** Base32 in groups of four. */
  readonly key: string;
  /** What a QR code of it says. */
  readonly uri: string;
}

/** The app that a user is setting up at the moment, or null. */
export async function getProposedApp(
  { database, sealer }: { readonly database: Database; readonly sealer: Sealer },
  person: { readonly userId: string; readonly email: string },
): Promise<ProposedApp | null> {
  const sealed = await withAuth(database, (ctx) =>
    findTotpSetUp(ctx, person.userId, new Date(ctx.now.getTime() - SET_UP_MINUTES * 60_000)),
  );
  if (!sealed) return null;
  const key = sealer.unseal(sealed, appKeyPurpose(person.userId));
  return { key: key.replaceAll(/(.{4})(?=.)/g, '$1 '), uri: appKeyUri(key, person.email) };
}
