import type { AuthContext } from '#db/tenancy';
import { findUser } from '../data/users';

/** Name and address of an account; none when it is gone. */
export async function listAccountTexts(ctx: AuthContext, userId: string): Promise<string[]> {
  const user = await findUser(ctx, userId);
  return user ? [user.email, user.name] : [];
}
