import type { AppLoadContext } from '@remix-run/node';
import type { SecondFactorUsed, SignInMethod } from '~/modules/organizations/domain/admission';

type Logged = Pick<AppLoadContext, 'logger' | 'requestId' | 'keyedHash'>;

interface BegunSession {
  readonly userId: string;
  readonly by: SignInMethod;
  readonly secondFactor?: SecondFactorUsed | null;
  /** full, or second_factor while one is still asked for. */
  readonly stage: string;
}

/** Says that a session began. Who is a keyed hash: whoever reads lines alone learns nobody from it. */
export function logSignIn({ logger, requestId, keyedHash }: Logged, session: BegunSession): void {
  const { userId, by, secondFactor = null, stage } = session;
  const who = keyedHash(JSON.stringify(['log', userId])).slice(0, 16);
  logger.info({ requestId, who, by, secondFactor, stage }, 'a session began');
}

/** Says that somebody did not prove who they are; 429: because of too many tries. */
export function logRefusedProof(
  { logger, requestId }: Pick<Logged, 'logger' | 'requestId'>,
  by: string,
  status = 422,
): void {
  if (status === 429) logger.warn({ requestId, by }, 'too many tries');
  else logger.info({ requestId, by }, 'a proof was refused');
}
