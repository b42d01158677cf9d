import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

export interface UserRow {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
}

/** The user with this address, whatever its case. */
export async function findUserByEmail(ctx: AuthContext, email: string): Promise<UserRow | undefined> {
  return ctx.tx
    .selectFrom('users')
    .select(['userId', 'email', 'name', 'passwordHash'])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
}

/** Adds a user, or gives the one with the address its new name and password. */
export async function upsertUser(ctx: AuthContext, user: UserRow): Promise<string> {
  const known = await findUserByEmail(ctx, user.email);
  if (!known) {
    await ctx.tx.insertInto('users').values(user).execute();
    return user.userId;
  }
  await ctx.tx
    .updateTable('users')
    .set({ name: user.name, passwordHash: user.passwordHash })
    .where('userId', '=', known.userId)
    .execute();
  return known.userId;
}

/** The user with this id. */
export async function findUser(ctx: AuthContext, userId: string): Promise<UserRow | undefined> {
  return ctx.tx
    .selectFrom('users')
    .select(['userId', 'email', 'name', 'passwordHash'])
    .where('userId', '=', userId)
    .executeTakeFirst();
}

/** Adds a user; false when somebody has the address already. */
export async function insertUser(ctx: AuthContext, user: UserRow): Promise<boolean> {
  const row = await ctx.tx
    .insertInto('users')
    .values(user)
    .onConflict((conflict) => conflict.doNothing())
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a user another password. */
export async function updatePassword(ctx: AuthContext, userId: string, passwordHash: string): Promise<void> {
  await ctx.tx.updateTable('users').set({ passwordHash }).where('userId', '=', userId).execute();
}

/** Gives a user another name. */
export async function updateName(ctx: AuthContext, userId: string, name: string): Promise<void> {
  await ctx.tx.updateTable('users').set({ name }).where('userId', '=', userId).execute();
}

/** Holds back every other change of how the user signs in until the transaction ends. */
export async function lockUser(ctx: AuthContext, userId: string): Promise<void> {
  await ctx.tx.selectFrom('users').select('userId').where('userId', '=', userId).forNoKeyUpdate().execute();
}
