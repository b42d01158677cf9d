import { randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { SsoServices } from '~/modules/organizations/commands/sso/sso-services';
import { createIdentityProviders, type Discovered } from '~/sso/openid-providers.server';
import { createRecentReads } from '~/sso/recent-reads.server';
import { cookiesAreSecure, originsOf } from './cookie-policy.server';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
}

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const KEPT_S = 600;

/** What providers said of themselves, for all requests of the process. */
const recent = createRecentReads<Discovered>();

/** What commands of single sign-on work with. Why a provider was not believed goes to the log. */
export function ssoServices({
  database,
  sealer,
  environment,
  logger,
  requestId,
}: AppLoadContext): SsoServices {
  const note = (fault: string) => logger.warn({ requestId, fault }, 'an identity provider was not believed');
  const policy = { allowPrivate: environment.ALLOW_PRIVATE_ISSUERS };
  const providers = createIdentityProviders(policy, note, recent);
  return { database, sealer, providers };
}

/**
 * Where a provider sends browsers back to: an address of its own for each organization, so that the answer of one
 * provider never stands for that of another. The host comes from the configured origins alone.
 */
export function redirectUri({ context, request }: Asked, organizationId: string): string {
  const origins = originsOf(context.environment);
  const here = new URL(request.url).host;
  const origin = origins.find((known) => new URL(known).host === here) ?? origins[0] ?? '';
  return `${origin}/sso/callback/${organizationId}`;
}

/** The secret by which a browser is known again when it comes back, or null. */
export function readBrowser({ context, request }: Asked): string | null {
  const name = cookieName(context);
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value !== undefined && SECRET.test(value) ? value : null;
}

/** The browser's secret, a new one where it has none; its cookie is sent for ten more minutes. */
export function markBrowser(asked: Asked): string {
  const browser = readBrowser(asked) ?? randomBytes(32).toString('base64url');
  const { context } = asked;
  const secure = cookiesAreSecure(context.environment) ? '; Secure' : '';
  context.setCookie(
    `${cookieName(context)}=${browser}; Path=/; Max-Age=${KEPT_S}; HttpOnly; SameSite=Lax${secure}`,
  );
  return browser;
}

const cookieName = ({ environment }: AppLoadContext) =>
  cookiesAreSecure(environment) ? '__Host-cadre-sso' : 'cadre-sso';

/** Who is signed in by the own account, by whatever but single sign-on; null when nobody is. */
export async function signedInByAccount({ context, request }: Asked) {
  const person = await context.sessions.read(request.headers.get('cookie'));
  if (person?.renewedCookie) context.setCookie(person.renewedCookie);
  return person && person.method !== 'sso' ? person : null;
}
