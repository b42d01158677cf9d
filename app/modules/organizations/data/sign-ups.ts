import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/** Who asked for an organization, until the address is confirmed. */
export interface SignUpRow {
  readonly signUpId: string;
  readonly email: string;
  readonly name: string;
  /** As the password keeper gives it. */
  readonly passwordHash: string;
  readonly organizationName: string;
  readonly slug: string;
  readonly expiresAt: Date;
}

const columns = [
  'signUpId',
  'email',
  'name',
  'passwordHash',
  'organizationName',
  'slug',
  'expiresAt',
] as const;

export async function insertSignUp(ctx: AuthContext, signUp: SignUpRow): Promise<void> {
  await ctx.tx
    .insertInto('signUps')
    .values({ ...signUp, createdAt: ctx.now })
    .execute();
}

/** The sign-up with this id that has not expired. */
export async function findSignUp(ctx: AuthContext, signUpId: string): Promise<SignUpRow | undefined> {
  return ctx.tx
    .selectFrom('signUps')
    .select(columns)
    .where('signUpId', '=', signUpId)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst();
}

/** The sign-up with this token that has not expired. */
export async function findSignUpByToken(ctx: AuthContext, tokenHash: string): Promise<SignUpRow | undefined> {
  return ctx.tx
    .selectFrom('signUps')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst();
}

export async function updateSignUpToken(
  ctx: AuthContext,
  signUpId: string,
  tokenHash: string,
): Promise<void> {
  await ctx.tx.updateTable('signUps').set({ tokenHash }).where('signUpId', '=', signUpId).execute();
}

/** Deletes a sign-up; whoever gets true is the only one who does. */
export async function deleteSignUp(ctx: AuthContext, signUpId: string): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('signUps')
    .where('signUpId', '=', signUpId)
    .returning('signUpId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes every sign-up of the address. */
export async function deleteSignUpsOf(ctx: AuthContext, email: string): Promise<void> {
  await ctx.tx.deleteFrom('signUps').where(sql<boolean>`lower(email) = lower(${email})`).execute();
}

export async function deleteExpiredSignUps(ctx: AuthContext): Promise<void> {
  await ctx.tx.deleteFrom('signUps').where('expiresAt', '<', ctx.now).execute();
}
