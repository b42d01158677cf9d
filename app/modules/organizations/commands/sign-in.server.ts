import { withAuth } from '#db/tenancy';
import { findUserByEmail } from '../data/users';
import type { AttemptSource } from '../domain/attempt-limits';
import { type AttemptServices, beginAttempt } from './begin-attempt';

interface Services extends AttemptServices {
  readonly passwords: { verify(stored: string | null, password: string): Promise<boolean> };
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** attemptSource of app/http/attempts.server.ts. */
  readonly source: AttemptSource;
}

export type SignInOutcome =
  | { readonly ok: true; readonly userId: string; readonly email: string }
  | {
      readonly ok: false;
      readonly faults: { email?: string; password?: string; form?: string };
      /** Seconds to wait after too many tries, in which case the password was not looked at; else null. */
      readonly retryAfterSeconds: number | null;
    };

const LONGEST = 1_000;
const LONGEST_ADDRESS = 320;

/**
 * Checks address and password. Answer, limits and time are the same for an unknown address and a wrong password.
 */
export async function signIn(services: Services, credentials: Credentials): Promise<SignInOutcome> {
  const { email, password, source } = credentials;
  if (!email || !password) {
    return refused({
      ...(email ? {} : { email: 'Enter your e-mail address.' }),
      ...(password ? {} : { password: 'Enter your password.' }),
    });
  }
  const usable = email.length <= LONGEST_ADDRESS && email.isWellFormed() && !email.includes('\0');
  const account = usable ? email : email.slice(0, LONGEST_ADDRESS).toWellFormed();
  const attempt = await beginAttempt(services, { purpose: 'password', account, source });
  if (!attempt.allowed) return refused({}, attempt.retryAfterSeconds);
  const user = usable ? await withAuth(services.database, (ctx) => findUserByEmail(ctx, email)) : undefined;
  const looked = services.passwords.verify(user?.passwordHash ?? null, password.slice(0, LONGEST));
  const fits = await looked.catch(async (error: unknown) => {
    // What was not looked at is not counted: people wait for their turn in a storm.
    await attempt.succeeded();
    throw error;
  });
  if (!user || !fits || password.length > LONGEST)
    return refused({ form: 'The e-mail address or the password is not right.' });
  await attempt.succeeded();
  return { ok: true, userId: user.userId, email: user.email };
}

function refused(
  faults: { email?: string; password?: string; form?: string },
  retryAfterSeconds: number | null = null,
): SignInOutcome {
  return { ok: false, faults, retryAfterSeconds };
}
