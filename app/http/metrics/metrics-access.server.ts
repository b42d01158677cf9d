import { createHash, timingSafeEqual } from 'node:crypto';
import type { Environment } from '~/env.server';
import { isLoopback, originsOf } from '../cookie-policy.server';

type Told = Pick<Environment, 'METRICS_TOKEN' | 'ORIGINS' | 'PORT'>;

/** What is known of who asks. */
export interface MetricsAsker {
  readonly authorization: string | undefined;
  /** Address of the other end of the connection itself. */
  readonly peer: string | undefined;
  /** Names of all headers as they came, also of those that were taken out. */
  readonly headerNames: readonly string[];
}

const FORWARDING = /^(forwarded|via|x-forwarded-.*|x-real-ip)$/i;

/**
 * Whether the numbers are given out (security.md 1.17). With METRICS_TOKEN: to who sends it as bearer token, from
 * anywhere. Without: over loopback alone, and only while nobody reaches this server under another address, since behind a
 * proxy on the same machine everybody comes over loopback.
 */
export function mayReadMetrics(environment: Environment | Told, asker: MetricsAsker): boolean {
  const { METRICS_TOKEN: token } = environment;
  if (token !== undefined) return isBearer(asker.authorization, token);
  const isOpenBeyond = originsOf(environment as Environment).some(
    (origin) => !isLoopback(new URL(origin).hostname),
  );
  return (
    !isOpenBeyond && isLoopbackAddress(asker.peer) && !asker.headerNames.some((name) => FORWARDING.test(name))
  );
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const [scheme = '', given = ''] = (authorization ?? '').split(' ', 2);
  return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function isLoopbackAddress(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}
