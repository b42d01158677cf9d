import type { AuthContext } from '#db/tenancy';

/** Which of these sources the account was signed in to from. */
export async function findKnownSources(
  ctx: AuthContext,
  accountKey: string,
  sourceKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('knownSources')
    .select('sourceKey')
    .where('accountKey', '=', accountKey)
    .where('sourceKey', 'in', [...sourceKeys])
    .execute();
  return new Set(rows.map(({ sourceKey }) => sourceKey));
}

/** Whether any account was signed in to from the source. */
export async function isKnownSource(ctx: AuthContext, sourceKey: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('knownSources')
    .select('sourceKey')
    .where('sourceKey', '=', sourceKey)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function upsertKnownSource(
  ctx: AuthContext,
  accountKey: string,
  sourceKey: string,
): Promise<void> {
  await ctx.tx
    .insertInto('knownSources')
    .values({ accountKey, sourceKey, lastUsedAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['accountKey', 'sourceKey']).doUpdateSet({ lastUsedAt: ctx.now }),
    )
    .execute();
}

/** Forgets from where an account was signed in to. */
export async function deleteSourcesOf(ctx: AuthContext, accountKey: string): Promise<void> {
  await ctx.tx.deleteFrom('knownSources').where('accountKey', '=', accountKey).execute();
}

/** Forgets sources that were last used before that moment. */
export async function deleteOldSources(ctx: AuthContext, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('knownSources').where('lastUsedAt', '<', before).execute();
}
