import type { AuthContext } from '#db/tenancy';

export interface PasskeyRow {
  /** Base64url. */
  readonly credentialId: string;
  readonly userId: string;
  /** COSE. */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** A user's passkeys, the oldest first. */
export async function listPasskeys(ctx: AuthContext, userId: string): Promise<PasskeyRow[]> {
  return passkeys(ctx).where('userId', '=', userId).orderBy('createdAt').orderBy('credentialId').execute();
}

/** The passkey with this id, whoever's it is. */
export async function findPasskey(ctx: AuthContext, credentialId: string): Promise<PasskeyRow | undefined> {
  return passkeys(ctx).where('credentialId', '=', credentialId).executeTakeFirst();
}

/** Adds a passkey; false when the id is known already. */
export async function insertPasskey(
  ctx: AuthContext,
  { publicKey, ...passkey }: Omit<PasskeyRow, 'createdAt' | 'lastUsedAt'>,
): Promise<boolean> {
  const row = await ctx.tx
    .insertInto('passkeys')
    .values({ ...passkey, publicKey: Buffer.from(publicKey), createdAt: ctx.now })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('credentialId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes a use; false when the passkey is gone or was used beside this one. */
export async function updatePasskeyUsed(
  ctx: AuthContext,
  credentialId: string,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('passkeys')
    .set({ counter: to, lastUsedAt: ctx.now })
    .where('credentialId', '=', credentialId)
    .where('counter', '=', from)
    .returning('credentialId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Names a user's passkey; false when it is none of theirs. */
export async function updatePasskeyName(
  ctx: AuthContext,
  { userId, credentialId, name }: Pick<PasskeyRow, 'userId' | 'credentialId' | 'name'>,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('passkeys')
    .set({ name })
    .where('userId', '=', userId)
    .where('credentialId', '=', credentialId)
    .returning('credentialId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a passkey from a user; false when it is none of theirs. */
export async function deletePasskey(
  ctx: AuthContext,
  userId: string,
  credentialId: string,
): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('passkeys')
    .where('userId', '=', userId)
    .where('credentialId', '=', credentialId)
    .returning('credentialId')
    .executeTakeFirst();
  return row !== undefined;
}

function passkeys(ctx: AuthContext) {
  return ctx.tx
    .selectFrom('passkeys')
    .select(['credentialId', 'userId', 'publicKey', 'counter', 'transports'])
    .select(['name', 'createdAt', 'lastUsedAt']);
}
