import type { AuthContext } from '#db/tenancy';
import { findUser } from '../data/users';

/** How an account is named. */
export interface AccountNames {
  readonly email: string;
  readonly name: string;
}

/** Address and name of an account; null when it is gone. */
export async function findAccount(ctx: AuthContext, userId: string): Promise<AccountNames | null> {
  const user = await findUser(ctx, userId);
  return user ? { email: user.email, name: user.name } : null;
}
