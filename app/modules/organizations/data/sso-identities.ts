import type { AuthContext } from '#db/tenancy';

/** A subject of an issuer, as one organization's provider names a person. */
export interface IdentityKey {
  readonly organizationId: string;
  readonly issuer: string;
  readonly subject: string;
}

/** Who the subject is in the organization. */
export async function findIdentity(ctx: AuthContext, key: IdentityKey): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('ssoIdentities')
    .select('userId')
    .where('organizationId', '=', key.organizationId)
    .where('issuer', '=', key.issuer)
    .where('subject', '=', key.subject)
    .executeTakeFirst();
  return row?.userId;
}

/** Whether a subject of the issuer is this user already. */
export async function hasIdentity(
  ctx: AuthContext,
  { organizationId, issuer }: Omit<IdentityKey, 'subject'>,
  userId: string,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('ssoIdentities')
    .select('userId')
    .where('organizationId', '=', organizationId)
    .where('issuer', '=', issuer)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What an organization's identity providers call the user. */
export async function findIdentitiesOf(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<{ issuer: string; subject: string; connectedAt: Date }[]> {
  return ctx.tx
    .selectFrom('ssoIdentities')
    .select(['issuer', 'subject', 'connectedAt'])
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .orderBy('issuer')
    .execute();
}

export async function insertIdentity(ctx: AuthContext, key: IdentityKey, userId: string): Promise<void> {
  await ctx.tx
    .insertInto('ssoIdentities')
    .values({ ...key, userId, connectedAt: ctx.now })
    .execute();
}

/** Whether the user belonged to the organization and does not any more. */
export async function isFormerMember(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('formerMembers')
    .select('userId')
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}
