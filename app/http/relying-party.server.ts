import { isIP } from 'node:net';
import type { Environment } from '~/env.server';
import type { RelyingParty } from '~/modules/organizations/domain/relying-party';
import { originsOf } from './cookie-policy.server';

/**
 * What passkeys are bound to, from the configured origins alone: the one that the request came under, else the first,
 * as behind a proxy that sends another Host. Null under an IP address, which browsers bind no passkey to.
 */
export function relyingPartyOf(environment: Environment, request: Request): RelyingParty | null {
  const origins = originsOf(environment).map((origin) => new URL(origin));
  const { host } = new URL(request.url);
  const chosen = origins.find((origin) => origin.host === host) ?? origins[0];
  if (!chosen || isIP(chosen.hostname.replaceAll(/[[\]]/g, '')) !== 0) return null;
  return { id: chosen.hostname, origin: chosen.origin };
}
