import type { AuthContext } from '#db/tenancy';

export interface TotpRow {
  readonly sealedSecret: string;
  readonly confirmedAt: Date | null;
}

/** The secret of a user's authenticator app. */
export async function findTotpSecret(ctx: AuthContext, userId: string): Promise<TotpRow | undefined> {
  return ctx.tx
    .selectFrom('totpSecrets')
    .select(['sealedSecret', 'confirmedAt'])
    .where('userId', '=', userId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst();
}

/** Gives a user an app, whose first code was of this time step; takes the place of the one before. */
export async function upsertTotpSecret(
  ctx: AuthContext,
  { userId, sealedSecret, step }: { userId: string; sealedSecret: string; step: number },
): Promise<void> {
  const values = { sealedSecret, confirmedAt: ctx.now, lastStep: step, createdAt: ctx.now };
  await ctx.tx
    .insertInto('totpSecrets')
    .values({ userId, ...values })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(values))
    .execute();
}

/** Uses a time step up; false when it or a later one was used already. */
export async function takeTotpStep(
  ctx: AuthContext,
  { userId, sealedSecret, step }: { userId: string; sealedSecret: string; step: number },
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('totpSecrets')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where('sealedSecret', '=', sealedSecret)
    .where('lastStep', '<', step)
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a user's app away; false when there was none. */
export async function deleteTotpSecret(ctx: AuthContext, userId: string): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('totpSecrets')
    .where('userId', '=', userId)
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Proposes an app, in the place of one proposed before. */
export async function upsertTotpSetUp(
  ctx: AuthContext,
  { userId, sealedSecret }: { userId: string; sealedSecret: string },
): Promise<void> {
  const values = { sealedSecret, createdAt: ctx.now };
  await ctx.tx
    .insertInto('totpSetUps')
    .values({ userId, ...values })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(values))
    .execute();
}

/** The sealed secret of the app that a user proposed after that moment. */
export async function findTotpSetUp(
  ctx: AuthContext,
  userId: string,
  after: Date,
): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('totpSetUps')
    .select('sealedSecret')
    .where('userId', '=', userId)
    .where('createdAt', '>', after)
    .executeTakeFirst();
  return row?.sealedSecret;
}

export async function deleteTotpSetUp(ctx: AuthContext, userId: string): Promise<void> {
  await ctx.tx.deleteFrom('totpSetUps').where('userId', '=', userId).execute();
}

/** Deletes what was proposed before that moment and never confirmed. */
export async function deleteOldTotpSetUps(ctx: AuthContext, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('totpSetUps').where('createdAt', '<', before).execute();
}
