import type { AuthContext } from '#db/tenancy';

/** A domain for whose addresses an organization's provider may vouch, once it is verified. */
export interface DomainRow {
  readonly domain: string;
  /** What stands in the DNS. */
  readonly token: string;
  readonly verifiedAt: Date | null;
}

export async function listDomains(ctx: AuthContext, organizationId: string): Promise<DomainRow[]> {
  return ctx.tx
    .selectFrom('ssoDomains')
    .select(['domain', 'token', 'verifiedAt'])
    .where('organizationId', '=', organizationId)
    .orderBy('domain')
    .execute();
}

/** Whether the organization has verified the domain. */
export async function isVerifiedDomain(
  ctx: AuthContext,
  organizationId: string,
  domain: string,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('ssoDomains')
    .select('domain')
    .where('organizationId', '=', organizationId)
    .where('domain', '=', domain)
    .where('verifiedAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a domain; false when the organization has it already. */
export async function insertDomain(
  ctx: AuthContext,
  organizationId: string,
  { domain, token }: Pick<DomainRow, 'domain' | 'token'>,
): Promise<boolean> {
  const row = await ctx.tx
    .insertInto('ssoDomains')
    .values({ organizationId, domain, token })
    .onConflict((conflict) => conflict.doNothing())
    .returning('domain')
    .executeTakeFirst();
  return row !== undefined;
}

/** Says when a domain with this token was found in the DNS; false when it is there no more. */
export async function verifyDomainRow(
  ctx: AuthContext,
  organizationId: string,
  { domain, token }: Pick<DomainRow, 'domain' | 'token'>,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('ssoDomains')
    .set({ verifiedAt: ctx.now })
    .where('organizationId', '=', organizationId)
    .where('domain', '=', domain)
    .where('token', '=', token)
    .returning('domain')
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes every domain of the organization wait for its proof again. */
export async function updateDomainsUnverified(ctx: AuthContext, organizationId: string): Promise<void> {
  await ctx.tx
    .updateTable('ssoDomains')
    .set({ verifiedAt: null })
    .where('organizationId', '=', organizationId)
    .execute();
}

/** Takes a domain away; false when the organization has none of the name. */
export async function deleteDomain(
  ctx: AuthContext,
  organizationId: string,
  domain: string,
): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('ssoDomains')
    .where('organizationId', '=', organizationId)
    .where('domain', '=', domain)
    .returning('domain')
    .executeTakeFirst();
  return row !== undefined;
}
