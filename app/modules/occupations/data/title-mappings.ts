import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

export interface TitleMappingRow {
  readonly titleKey: string;
  readonly version: number;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
}

export interface TitleMappingOccupationRow {
  readonly titleKey: string;
  readonly soc: string;
  readonly share: number;
  readonly roleBand: number | null;
}

/** Every decision about a title, by key. */
export async function listTitleMappings(ctx: TenantContext): Promise<TitleMappingRow[]> {
  return ctx.tx
    .selectFrom('titleMappings')
    .select(['titleKey', 'version', 'confirmedBy', 'confirmedAt'])
    .orderBy('titleKey')
    .execute();
}

/** The occupations of every decision, by title and largest share. */
export async function listTitleMappingOccupations(ctx: TenantContext): Promise<TitleMappingOccupationRow[]> {
  return ctx.tx
    .selectFrom('titleMappingOccupations')
    .select(['titleKey', 'soc', 'share', 'roleBand'])
    .orderBy('titleKey')
    .orderBy('share', 'desc')
    .orderBy('soc')
    .execute();
}

/** Stores decisions with their occupations, in place of those before. */
export async function upsertTitleMappings(
  ctx: TenantContext,
  mappings: readonly TitleMappingRow[],
  occupations: readonly TitleMappingOccupationRow[],
): Promise<void> {
  for (const batch of batches(mappings)) {
    await ctx.tx
      .insertInto('titleMappings')
      .values(batch.map((row) => ({ ...row })))
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'titleKey']).doUpdateSet((eb) => ({
          version: eb.ref('excluded.version'),
          confirmedBy: eb.ref('excluded.confirmedBy'),
          confirmedAt: eb.ref('excluded.confirmedAt'),
        })),
      )
      .execute();
    await ctx.tx
      .deleteFrom('titleMappingOccupations')
      .where(
        'titleKey',
        'in',
        batch.map(({ titleKey }) => titleKey),
      )
      .execute();
  }
  for (const batch of batches(occupations)) {
    await ctx.tx
      .insertInto('titleMappingOccupations')
      .values(batch.map((row) => ({ ...row })))
      .execute();
  }
}

/** Forgets the decisions about these titles. */
export async function deleteTitleMappings(ctx: TenantContext, keys: readonly string[]): Promise<void> {
  for (const batch of batches(keys)) {
    await ctx.tx
      .deleteFrom('titleMappings')
      .where('titleKey', 'in', [...batch])
      .execute();
  }
}
