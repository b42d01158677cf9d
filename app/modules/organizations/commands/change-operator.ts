import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { deleteOperator, insertOperator } from '../data/operators';
import { findUserByEmail } from '../data/users';

/**
 * Makes a person who can sign in an operator of this installation, or takes that right away.
 * @returns false when it was so already.
 * @throws NotFound when nobody signs in with the address.
 */
export async function changeOperator(
  database: Database,
  change: 'add' | 'remove',
  email: string,
): Promise<boolean> {
  return withAuth(database, async (ctx) => {
    const user = await findUserByEmail(ctx, email);
    if (!user) throw new NotFound(`Nobody signs in with the address ${email}.`);
    return change === 'add' ? insertOperator(ctx, user.userId) : deleteOperator(ctx, user.userId);
  });
}
