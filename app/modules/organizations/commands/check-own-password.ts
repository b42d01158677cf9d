import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { findUser } from '../data/users';

interface Services {
  readonly database: Database;
  readonly passwords: { verify(stored: string | null, password: string): Promise<boolean> };
}

const LONGEST = 1_000;

/** Whether it is the password of somebody who is signed in. The number of tries is the caller's to bound. */
export async function checkOwnPassword(
  { database, passwords }: Services,
  userId: string,
  password: string,
): Promise<boolean> {
  const user = await withAuth(database, (ctx) => findUser(ctx, userId));
  return password.length <= LONGEST && passwords.verify(user?.passwordHash ?? null, password);
}
