import type { TenantContext } from '#db/tenancy';

export interface OrganizationSettings {
  /** IANA name; days of the organization are days of this zone. */
  readonly timeZone: string;
  readonly suppressionK: number;
  /** Constants of method.md that the organization set; the rest are defaults. */
  readonly constants: Readonly<Record<string, unknown>>;
}

/** The organization's settings, undefined when it has no row. */
export async function findSettings(ctx: TenantContext): Promise<OrganizationSettings | undefined> {
  const row = await ctx.tx
    .selectFrom('organizations')
    .select(['timeZone', 'suppressionK', 'constants'])
    .executeTakeFirst();
  return row as OrganizationSettings | undefined;
}

/** Makes the organization's row when it has none. */
export async function insertSettings(ctx: TenantContext, timeZone: string): Promise<void> {
  await ctx.tx
    .insertInto('organizations')
    .values({ organizationId: ctx.organizationId, timeZone })
    .onConflict((conflict) => conflict.column('organizationId').doNothing())
    .execute();
}
