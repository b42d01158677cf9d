import { createHash, randomBytes } from 'node:crypto';
import { withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findConnection } from '../../data/sso-connections';
import { insertState } from '../../data/sso-states';
import { findOpenOrganization } from '../../queries/sso/get-open-organization';
import { providerSettings, type SsoServices } from './sso-services';

const STATE_MINUTES = 10;

export interface SsoBeginning {
  readonly slug: string;
  /** The secret of the browser's cookie. */
  readonly browser: string;
  /** Where the provider sends the browser back to, by the organization's id. */
  readonly redirectUriOf: (organizationId: string) => string;
  /** Who is signed in by the own account and asked to connect it, or null. */
  readonly connectUserId: string | null;
  /** A path of this site. */
  readonly next: string;
}

/** The SHA-256 of a random value in hexadecimal: what is stored instead of it. */
export function randomHash(value: string): string {
  return createHash('sha256').update(value, 'utf8').digest('hex');
}

/** What binds the checks of a sign-in to its state. */
export function checksPurpose(stateHash: string): string {
  return `sso-state:${stateHash}`;
}

/** The checks as they are sealed: of the sign-in, and of the connection as it was when it began. */
export interface SealedChecks {
  readonly nonce: string;
  readonly verifier: string;
  readonly issuer: string;
  readonly clientId: string;
}

/**
 * Begins a sign-in at the organization's provider; the address to which the browser goes.
 * @throws NotFound when there is no single sign-on for the organization; Unavailable when its provider is silent.
 */
export async function beginSso(services: SsoServices, asked: SsoBeginning): Promise<string> {
  const { database, sealer, providers } = services;
  const organization = await findOpenOrganization(database, asked.slug);
  const { organizationId } = organization;
  const connection = await withAuth(database, (ctx) => findConnection(ctx, organizationId));
  if (!connection?.enabled) throw new NotFound('There is no single sign-on at this address.');
  const state = randomBytes(32).toString('base64url');
  const redirectUri = asked.redirectUriOf(organizationId);
  const begun = await providers.begin(providerSettings(sealer, connection), { redirectUri, state });
  const stateHash = randomHash(state);
  const { issuer, clientId } = connection;
  const checks: SealedChecks = { ...begun.checks, issuer, clientId };
  await withAuth(database, (ctx) =>
    insertState(ctx, {
      stateHash,
      browserHash: randomHash(asked.browser),
      organizationId,
      sealedChecks: sealer.seal(JSON.stringify(checks), checksPurpose(stateHash)),
      connectUserId: asked.connectUserId,
      nextPath: asked.next,
      expiresAt: new Date(ctx.now.getTime() + STATE_MINUTES * 60_000),
    }),
  );
  return begun.address;
}
