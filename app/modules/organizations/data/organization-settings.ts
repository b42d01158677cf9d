import type { TenantContext } from '#db/tenancy';
import type { Json } from '#db/types.generated';

export interface MethodSettings {
  /** Constants of method.md that the organization set; the rest are defaults. */
  readonly constants: Readonly<Record<string, unknown>>;
  /** What the organization assesses. */
  readonly instruments: readonly string[];
}

/** What is set about an organization beside its name and address. */
export interface SettingValues extends MethodSettings {
  /** IANA name; days of the organization are days of this zone. */
  readonly timeZone: string;
  readonly suppressionK: number;
  /** Months that released figures are kept. */
  readonly retentionMonths: number;
  /** Months after which ratings that no longer count are deleted; null: they are kept. */
  readonly ratingRetentionMonths: number | null;
}

export interface OrganizationSettings extends SettingValues {
  /** Raised by each change. */
  readonly revision: number;
  /** The tree that AI use is released in, until a release holds it for good (method.md 9.2). */
  readonly aiUseTree: 'occupation' | 'team';
}

/** The organization's settings, undefined when it has no row. */
export async function findSettings(ctx: TenantContext): Promise<OrganizationSettings | undefined> {
  const row = await ctx.tx
    .selectFrom('organizations')
    .select(['timeZone', 'suppressionK', 'constants', 'instruments'])
    .select(['retentionMonths', 'ratingRetentionMonths', 'revision', 'aiUseTree'])
    .executeTakeFirst();
  return row as OrganizationSettings | undefined;
}

/** Replaces how the organization computes. */
export async function updateMethodSettings(ctx: TenantContext, settings: MethodSettings): Promise<void> {
  const { constants, instruments } = settings;
  await ctx.tx
    .updateTable('organizations')
    .set({ constants: { ...constants } as Json, instruments: [...instruments] })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .execute();
}

/** Replaces all settings, if nobody has changed one since the revision; whether it did. */
export async function updateSettings(
  ctx: TenantContext,
  revision: number,
  { constants, instruments, ...values }: SettingValues,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('organizations')
    .set({ ...values, constants: { ...constants } as Json, instruments: [...instruments] })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst();
  return row !== undefined;
}

/** Chooses the tree that AI use is to be released in. */
export async function updateAiUseTree(
  ctx: TenantContext,
  aiUseTree: OrganizationSettings['aiUseTree'],
): Promise<void> {
  await ctx.tx
    .updateTable('organizations')
    .set({ aiUseTree })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
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
