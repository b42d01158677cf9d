import * as oidc from 'openid-client';
import { Conflict, isCadreError, Unavailable } from '~/shared/errors';
import { createGuardedFetch, type OutboundPolicy } from './guarded-fetch.server';
import type { IdentityProviders, ProviderSettings, Returned, VouchedPerson } from './identity-provider';
import type { RecentReads } from './recent-reads.server';

const SILENT =
  'The identity provider did not answer. Try again in a moment; if it stays so, tell an administrator of your organization.';
const NOT_ACCEPTED = 'The answer of the identity provider could not be accepted. Begin again.';
const CANCELLED = 'The identity provider did not sign you in.';
const LONGEST_EMAIL = 320;
const LONGEST_NAME = 200;
const LONGEST_SUBJECT = 255;

/** A provider as its metadata describes it. */
export type Discovered = oidc.Configuration;

/** Is told why a provider was not believed, for the log. */
export type NoteFault = (fault: string) => void;

/**
 * OpenID Connect by openid-client: code flow with PKCE, nonce and state, issuer and audience checked, and the ID token's
 * signature checked against the provider's published keys (ASVS 5.0 V10.5). Whoever comes back is judged by keys and
 * metadata that are read anew, so that a key that was changed counts at once; strangers may begin, so where a sign-in
 * begins may be some minutes old.
 */
export function createIdentityProviders(
  policy: OutboundPolicy,
  note: NoteFault,
  recent: RecentReads<Discovered>,
): IdentityProviders {
  const guarded = createGuardedFetch(policy);
  const fetched: oidc.CustomFetch = (url, { method, headers, body }) =>
    guarded(url, { method, headers, body: body === undefined || body === null ? undefined : String(body) });
  const configure = (settings: ProviderSettings) => configured(settings, fetched, policy.allowPrivate);
  return {
    discover: (settings) =>
      understood(note, async () => ({ issuer: (await configure(settings)).serverMetadata().issuer })),
    begin: (settings, { redirectUri, state }) =>
      understood(note, async () => {
        const key = JSON.stringify([settings.issuer, settings.clientId]);
        const configuration = await recent.read(key, () => configure(settings));
        const checks = { nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
        const address = oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          state,
          nonce: checks.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
          code_challenge_method: 'S256',
        });
        requireWebAddress(address, policy.allowPrivate);
        return { address: address.href, checks };
      }),
    finish: (settings, returned) =>
      understood(note, async () => vouchedPerson(await configure(settings), returned)),
  };
}

async function configured(
  { issuer, clientId, clientSecret }: ProviderSettings,
  fetched: oidc.CustomFetch,
  allowPrivate: boolean,
): Promise<oidc.Configuration> {
  const authentication: oidc.ClientAuth = (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const method = methods?.includes('client_secret_post') ? oidc.ClientSecretPost : oidc.ClientSecretBasic;
    return method(clientSecret)(server, ...rest);
  };
  const execute = [oidc.enableNonRepudiationChecks, ...(allowPrivate ? [oidc.allowInsecureRequests] : [])];
  const server = new URL(issuer);
  const configuration = await oidc.discovery(server, clientId, {}, authentication, {
    [oidc.customFetch]: fetched,
    execute,
  });
  // openid-client lets some providers stand for many issuers at once; here an issuer is one.
  const metadata = configuration.serverMetadata();
  if (new URL(metadata.issuer).href !== server.href) throw new Conflict(NOT_ACCEPTED);
  return configuration;
}

async function vouchedPerson(
  configuration: oidc.Configuration,
  { redirectUri, query, state, checks }: Returned,
): Promise<VouchedPerson> {
  const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri}${query}`), {
    expectedState: state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims || claims.sub.length > LONGEST_SUBJECT || !isStorable(claims.sub))
    throw new Conflict(NOT_ACCEPTED);
  const isTold = claims['email'] !== undefined || !configuration.serverMetadata().userinfo_endpoint;
  const more = isTold ? claims : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return {
    issuer: configuration.serverMetadata().issuer,
    subject: claims.sub,
    email: textClaim(more['email'], LONGEST_EMAIL),
    emailVerified: more['email_verified'] === true,
    name: textClaim(more['name'] ?? claims['name'], LONGEST_NAME),
  };
}

function requireWebAddress(address: URL, allowPrivate: boolean): void {
  if (address.protocol === 'https:' || (allowPrivate && address.protocol === 'http:')) return;
  throw new Conflict(NOT_ACCEPTED);
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');

function textClaim(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' || !isStorable(value)) return null;
  const text = value.trim();
  return text && text.length <= longest ? text : null;
}

/** What openid-client says when there was no answer of the protocol at all. */
const NO_ANSWER: readonly unknown[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

/** Tells a provider that is silent from one whose answer is wrong. Tokens and claims are in no message. */
async function understood<T>(note: NoteFault, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isCadreError(error)) throw error;
    if (error instanceof oidc.AuthorizationResponseError) throw new Conflict(CANCELLED);
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    note(`${String(code)} ${String(message)}`);
    const isAnswer = typeof code === 'string' && code.startsWith('OAUTH_') && !NO_ANSWER.includes(code);
    throw isAnswer ? new Conflict(NOT_ACCEPTED) : new Unavailable(SILENT);
  }
}
