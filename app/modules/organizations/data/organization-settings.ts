import type { TenantContext } from '#db/tenancy';
import type { Json } from '#db/types.generated';

export interface MethodSettings {
  /** Constants of method.md that the organization set; the rest are defaults. */
  readonly constants: Readonly<Record<string, unknown>>;
  /** What the organization assesses. */
  readonly instruments: readonly string[];
}

export interface OrganizationSettings extends MethodSettings {
  /** IANA name; days of the organization are days of this zone. */
  readonly timeZone: string;
  readonly suppressionK: number;
}

/** The organization's settings, undefined when it has no row. */
export async function findSettings(ctx: TenantContext): Promise<OrganizationSettings | undefined> {
  const row = await ctx.tx
    .selectFrom('organizations')
    .select(['timeZone', 'suppressionK', 'constants', 'instruments'])
    .executeTakeFirst();
  return row as OrganizationSettings | undefined;
}

/** Replaces how the organization computes. */
export async function updateMethodSettings(ctx: TenantContext, settings: MethodSettings): Promise<void> {
  const { constants, instruments } = settings;
  await ctx.tx
    .updateTable('organizations')
    .set({ constants: { ...constants } as Json, instruments: [...instruments] })
    .execute();
}

/** Makes the organization's row when it has none. */
export async function insertSettings(ctx: TenantContext, timeZone: string): Promise<void> {
  await ctx.tx
    .insertInto('organizations')
    .values({ organizationId: ctx.organizationId, timeZone })
    .onConflict((conflict) => conflict.column('organizationId').doNothing())
    .execute();
}
