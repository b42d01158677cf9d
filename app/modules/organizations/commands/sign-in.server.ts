import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { findUserByEmail } from '../data/users';

interface Services {
  readonly database: Database;
  readonly passwords: { verify(stored: string | null, password: string): Promise<boolean> };
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export type SignInOutcome =
  | { readonly ok: true; readonly userId: string }
  | { readonly ok: false; readonly faults: { email?: string; password?: string; form?: string } };

const LONGEST = 1_000;

/**
 * Checks address and password. The answer and its time are the same for an unknown address and a wrong password.
 */
export async function signIn(
  { database, passwords }: Services,
  { email, password }: Credentials,
): Promise<SignInOutcome> {
  if (!email || !password) {
    return {
      ok: false,
      faults: {
        ...(email ? {} : { email: 'Enter your e-mail address.' }),
        ...(password ? {} : { password: 'Enter your password.' }),
      },
    };
  }
  const usable =
    email.length <= 320 && password.length <= LONGEST && email.isWellFormed() && !email.includes('\0');
  const user = usable ? await withAuth(database, (ctx) => findUserByEmail(ctx, email)) : undefined;
  const fits = await passwords.verify(user?.passwordHash ?? null, password.slice(0, LONGEST));
  if (!user || !fits)
    return { ok: false, faults: { form: 'The e-mail address or the password is not right.' } };
  return { ok: true, userId: user.userId };
}
