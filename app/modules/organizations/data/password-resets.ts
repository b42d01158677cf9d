import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/** Somebody asked for a new password of this address. */
export interface PasswordResetRow {
  readonly resetId: string;
  readonly email: string;
  readonly expiresAt: Date;
}

const columns = ['resetId', 'email', 'expiresAt'] as const;

export async function insertPasswordReset(ctx: AuthContext, reset: PasswordResetRow): Promise<void> {
  await ctx.tx
    .insertInto('passwordResets')
    .values({ ...reset, createdAt: ctx.now })
    .execute();
}

/** The request with this id that has not expired. */
export async function findPasswordReset(
  ctx: AuthContext,
  resetId: string,
): Promise<PasswordResetRow | undefined> {
  return ctx.tx
    .selectFrom('passwordResets')
    .select(columns)
    .where('resetId', '=', resetId)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst();
}

/** The request with this token that has not expired, held so that no other transaction uses it too. */
export async function lockPasswordResetByToken(
  ctx: AuthContext,
  tokenHash: string,
): Promise<PasswordResetRow | undefined> {
  return ctx.tx
    .selectFrom('passwordResets')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
}

/** Gives a request the hash of its token, and its time from then on. */
export async function updatePasswordReset(
  ctx: AuthContext,
  resetId: string,
  changed: { readonly tokenHash: string; readonly expiresAt: Date },
): Promise<void> {
  await ctx.tx.updateTable('passwordResets').set(changed).where('resetId', '=', resetId).execute();
}

/** Deletes every request for the address: their links are void. */
export async function deletePasswordResetsOf(ctx: AuthContext, email: string): Promise<void> {
  await ctx.tx.deleteFrom('passwordResets').where(sql<boolean>`lower(email) = lower(${email})`).execute();
}

export async function deleteExpiredResets(ctx: AuthContext): Promise<void> {
  await ctx.tx.deleteFrom('passwordResets').where('expiresAt', '<', ctx.now).execute();
}
