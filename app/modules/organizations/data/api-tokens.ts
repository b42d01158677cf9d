import type { AuthContext } from '#db/tenancy';
import type { Role } from '../domain/role';

export interface NewApiToken {
  readonly tokenId: string;
  readonly organizationId: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly role: Role;
  readonly teamScope: string[];
  readonly expiresAt: Date;
}

export interface ApiTokenOwner {
  readonly tokenId: string;
  readonly organizationId: string;
  readonly slug: string;
  readonly organizationName: string;
  readonly name: string;
  readonly role: Role;
  readonly teamScope: string[];
}

export async function insertApiToken(ctx: AuthContext, token: NewApiToken): Promise<void> {
  await ctx.tx.insertInto('apiTokens').values(token).execute();
}

/** The live token with this hash: not revoked, not expired. */
export async function findApiToken(ctx: AuthContext, tokenHash: string): Promise<ApiTokenOwner | undefined> {
  const row = await ctx.tx
    .selectFrom('apiTokens')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'apiTokens.organizationId')
    .select(['apiTokens.tokenId', 'apiTokens.organizationId', 'organizationDirectory.slug', 'apiTokens.name'])
    .select(['organizationDirectory.name as organizationName', 'apiTokens.role', 'apiTokens.teamScope'])
    .where('apiTokens.tokenHash', '=', tokenHash)
    .where('apiTokens.revokedAt', 'is', null)
    .where('apiTokens.expiresAt', '>', ctx.now)
    .executeTakeFirst();
  return row as ApiTokenOwner | undefined;
}

/** The tokens of an organization that are neither revoked nor expired, by id. */
export async function listLiveTokens(
  ctx: AuthContext,
  organizationId: string,
): Promise<Pick<ApiTokenOwner, 'tokenId' | 'role' | 'teamScope'>[]> {
  const rows = await ctx.tx
    .selectFrom('apiTokens')
    .select(['tokenId', 'role', 'teamScope'])
    .where('organizationId', '=', organizationId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .orderBy('tokenId')
    .execute();
  return rows as Pick<ApiTokenOwner, 'tokenId' | 'role' | 'teamScope'>[];
}

/** Remembers the use, to the hour: one write an hour, not one a request. */
export async function touchApiToken(ctx: AuthContext, tokenId: string): Promise<void> {
  const hourAgo = new Date(ctx.now.getTime() - 3_600_000);
  await ctx.tx
    .updateTable('apiTokens')
    .set({ lastUsedAt: ctx.now })
    .where('tokenId', '=', tokenId)
    .where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<', hourAgo)]))
    .execute();
}
