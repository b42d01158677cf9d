import type { AuthContext } from '#db/tenancy';

/** Gives a user these codes in the place of all before, by their SHA-256 in hexadecimal. */
export async function replaceRecoveryCodes(
  ctx: AuthContext,
  userId: string,
  codeHashes: readonly string[],
): Promise<void> {
  await deleteRecoveryCodes(ctx, userId);
  await ctx.tx
    .insertInto('recoveryCodes')
    .values(codeHashes.map((codeHash) => ({ userId, codeHash, createdAt: ctx.now })))
    .execute();
}

/** Uses a code up; false when the user has none like it. */
export async function takeRecoveryCode(ctx: AuthContext, userId: string, codeHash: string): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('recoveryCodes')
    .where('userId', '=', userId)
    .where('codeHash', '=', codeHash)
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many codes a user has left. */
export async function countRecoveryCodes(ctx: AuthContext, userId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('recoveryCodes')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('left'))
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.left ?? 0;
}

export async function deleteRecoveryCodes(ctx: AuthContext, userId: string): Promise<void> {
  await ctx.tx.deleteFrom('recoveryCodes').where('userId', '=', userId).execute();
}
