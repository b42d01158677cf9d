import type { Environment } from '~/env.server';
import { InvalidInput } from '~/shared/errors';

const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** Whether only this machine itself is reached under the host name. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** Origins under which people reach this server: ORIGINS, else the loopback addresses of its port. */
export function originsOf(environment: Environment): readonly string[] {
  if (environment.ORIGINS.length > 0) return environment.ORIGINS;
  return [`http://localhost:${environment.PORT}`, `http://127.0.0.1:${environment.PORT}`];
}

/**
 * Whether session cookies are `__Host-` and Secure: on TLS and on loopback. Plain HTTP on another address is refused
 * unless ALLOW_INSECURE_COOKIES=1 (security.md 1.9).
 */
export function cookiesAreSecure(environment: Environment): boolean {
  const plain = originsOf(environment).filter((origin) => {
    const url = new URL(origin);
    return url.protocol === 'http:' && !isLoopback(url.hostname);
  });
  const open = environment.ORIGINS.length === 0 && !isLoopback(environment.HOST);
  if (plain.length === 0 && !open) return true;
  if (environment.ALLOW_INSECURE_COOKIES) return false;
  throw new InvalidInput(
    'Sign-in over plain HTTP is refused on an address that others can reach. Put TLS in front and set ORIGINS to its https address, or set ALLOW_INSECURE_COOKIES=1 for a closed network.',
  );
}
