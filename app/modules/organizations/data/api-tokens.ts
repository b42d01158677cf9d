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
  /** The user who made it; null: the operator at the command line. */
  readonly createdBy: string | null;
  /** Opens nothing until somebody else than its maker approved it. */
  readonly needsApproval: boolean;
}

export interface ApiTokenOwner {
  readonly tokenId: string;
  readonly organizationId: string;
  readonly slug: string;
  readonly organizationName: string;
  readonly name: string;
  readonly role: Role;
  readonly teamScope: string[];
  /** The user who made it; null: the operator, or somebody who is gone. */
  readonly createdBy: string | null;
}

export async function insertApiToken(ctx: AuthContext, token: NewApiToken): Promise<void> {
  await ctx.tx.insertInto('apiTokens').values(token).execute();
}

/** The live token with this hash: not revoked, not expired, approved where it has to be. */
export async function findApiToken(ctx: AuthContext, tokenHash: string): Promise<ApiTokenOwner | undefined> {
  const row = await ctx.tx
    .selectFrom('apiTokens')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'apiTokens.organizationId')
    .select(['apiTokens.tokenId', 'apiTokens.organizationId', 'organizationDirectory.slug', 'apiTokens.name'])
    .select(['organizationDirectory.name as organizationName', 'apiTokens.role', 'apiTokens.teamScope'])
    .select('apiTokens.createdBy')
    .where('apiTokens.tokenHash', '=', tokenHash)
    .where('apiTokens.revokedAt', 'is', null)
    .where('apiTokens.expiresAt', '>', ctx.now)
    .where('apiTokens.needsApproval', '=', false)
    .executeTakeFirst();
  return row as ApiTokenOwner | undefined;
}

/** The live tokens of an organization, by id. */
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
    .where('needsApproval', '=', false)
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

/** A token as its organization lists it. */
export interface ApiTokenDetails extends Pick<NewApiToken, 'tokenId' | 'name' | 'role' | 'teamScope'> {
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly needsApproval: boolean;
  readonly createdBy: string | null;
  /** Name of the maker; null: the operator, or somebody who is gone. */
  readonly maker: string | null;
}

function tokenDetails(ctx: AuthContext, organizationId: string) {
  return ctx.tx
    .selectFrom('apiTokens')
    .leftJoin('users', 'users.userId', 'apiTokens.createdBy')
    .select(['apiTokens.tokenId', 'apiTokens.name', 'apiTokens.role', 'apiTokens.teamScope'])
    .select(['apiTokens.expiresAt', 'apiTokens.createdAt', 'apiTokens.lastUsedAt'])
    .select(['apiTokens.needsApproval', 'apiTokens.createdBy', 'users.name as maker'])
    .where('apiTokens.organizationId', '=', organizationId)
    .where('apiTokens.revokedAt', 'is', null);
}

/** The tokens of an organization that were not revoked, the newest first. */
export async function listTokenDetails(ctx: AuthContext, organizationId: string): Promise<ApiTokenDetails[]> {
  const rows = await tokenDetails(ctx, organizationId)
    .orderBy('apiTokens.createdAt', 'desc')
    .orderBy('apiTokens.tokenId')
    .execute();
  return rows as ApiTokenDetails[];
}

/** One token of an organization that was not revoked. */
export async function findTokenDetails(
  ctx: AuthContext,
  organizationId: string,
  tokenId: string,
): Promise<ApiTokenDetails | undefined> {
  const row = await tokenDetails(ctx, organizationId)
    .where('apiTokens.tokenId', '=', tokenId)
    .executeTakeFirst();
  return row as ApiTokenDetails | undefined;
}

/** The user who made a token of an organization, revoked or not; null: the operator, somebody who is gone, or no such token. */
export async function findTokenMaker(
  ctx: AuthContext,
  organizationId: string,
  tokenId: string,
): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('apiTokens')
    .select('createdBy')
    .where('organizationId', '=', organizationId)
    .where('tokenId', '=', tokenId)
    .executeTakeFirst();
  return row?.createdBy ?? null;
}

/** Whether a token has this id, in whichever organization. */
export async function hasToken(ctx: AuthContext, tokenId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('apiTokens')
    .select('tokenId')
    .where('tokenId', '=', tokenId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets a token open what it may from now on. */
export async function updateTokenApproved(
  ctx: AuthContext,
  organizationId: string,
  { tokenId, approvedBy }: { readonly tokenId: string; readonly approvedBy: string },
): Promise<void> {
  await ctx.tx
    .updateTable('apiTokens')
    .set({ needsApproval: false, approvedBy })
    .where('organizationId', '=', organizationId)
    .where('tokenId', '=', tokenId)
    .execute();
}

export async function updateTokenRevoked(
  ctx: AuthContext,
  organizationId: string,
  tokenId: string,
): Promise<void> {
  await ctx.tx
    .updateTable('apiTokens')
    .set({ revokedAt: ctx.now })
    .where('organizationId', '=', organizationId)
    .where('tokenId', '=', tokenId)
    .execute();
}

/** Revokes the tokens of a maker that wait for approval; their ids. */
export async function revokeWaitingTokensOf(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .updateTable('apiTokens')
    .set({ revokedAt: ctx.now })
    .where('organizationId', '=', organizationId)
    .where('createdBy', '=', userId)
    .where('needsApproval', '=', true)
    .where('revokedAt', 'is', null)
    .returning('tokenId')
    .execute();
  return rows.map(({ tokenId }) => tokenId).sort();
}
