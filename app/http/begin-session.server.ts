import { type AppLoadContext, redirect } from '@remix-run/node';
import type { SessionStage } from '~/modules/organizations/data/sessions';
import type { SecondFactorUsed, SignInMethod } from '~/modules/organizations/domain/admission';
import { rememberDevice } from './attempts.server';
import { logSignIn } from './security-log.server';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
}

interface Beginning {
  readonly userId: string;
  readonly email: string;
  readonly stage: SessionStage;
  readonly method: Exclude<SignInMethod, 'sso'>;
  /** What was proved beside the password; nothing when left out. */
  readonly secondFactor?: SecondFactorUsed | null;
  /** A path of this site (returnPath). */
  readonly next: string;
}

/**
 * Begins a session and leads on: to the next page, or first to the second factor where one is owed. The session that
 * the request came with ends.
 */
export async function beginSession(asked: Asked, beginning: Beginning): Promise<Response> {
  const { context, request } = asked;
  const { userId, email, stage, method, secondFactor = null, next } = beginning;
  const session = await context.sessions.signIn(userId, request.headers.get('cookie'), {
    stage,
    method,
    secondFactor,
    userAgent: request.headers.get('user-agent'),
  });
  logSignIn(context, { userId, by: method, secondFactor, stage });
  if (stage === 'second_factor') {
    const path = `/login/second-factor?next=${encodeURIComponent(next)}`;
    return redirect(path, { headers: { 'Set-Cookie': session } });
  }
  const headers = new Headers([
    ['Set-Cookie', session],
    ['Set-Cookie', await rememberDevice(asked, email)],
  ]);
  return redirect(next, { headers });
}
