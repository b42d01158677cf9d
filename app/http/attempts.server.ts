import type { AppLoadContext } from '@remix-run/node';
import { rememberSource } from '~/modules/organizations/commands/begin-attempt';
import {
  type AttemptSource,
  addressBlock,
  waitSentence,
} from '~/modules/organizations/domain/attempt-limits';
import { cookiesAreSecure } from './cookie-policy.server';
import { readCookie } from './read-cookie';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
}

const DEVICE = /^[A-Za-z0-9_-]{32}$/;
const KEPT_S = 180 * 86_400;

/** Where a request comes from, as tries are counted (beginAttempt). */
export function attemptSource({ context, request }: Asked): AttemptSource {
  const sent = readCookie(request.headers.get('cookie'), cookieName(context));
  const device = sent !== null && DEVICE.test(sent) ? sent : null;
  return { address: addressBlock(context.clientAddress), device };
}

/**
 * Keeps in mind that the account was signed in to from here, once nothing more is asked (no session waits for a second
 * factor); gives the cookie to set. Strangers' tries then never lock this browser out.
 */
export async function rememberDevice(asked: Asked, account: string): Promise<string> {
  const { context } = asked;
  const device = await rememberSource(context, account, attemptSource(asked));
  const secure = cookiesAreSecure(context.environment) ? '; Secure' : '';
  return `${cookieName(context)}=${device}; Path=/; Max-Age=${KEPT_S}; HttpOnly; SameSite=Lax${secure}`;
}

const cookieName = ({ environment }: AppLoadContext) =>
  cookiesAreSecure(environment) ? '__Host-cadre-device' : 'cadre-device';

/** The sentence for somebody who has to wait, and status and header of the answer, 429 with Retry-After. */
export function tooManyTries(retryAfterSeconds: number) {
  return {
    sentence: `There were too many tries. Try again ${waitSentence(retryAfterSeconds)}.`,
    init: { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } },
  };
}
