import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** What an occupation was called when people of a title were mapped to it. */
export interface MappedOccupationRow {
  readonly titleKey: string;
  readonly soc: string;
  readonly socTitle: string;
}

/** All of them. */
export async function listMappedOccupations(ctx: TenantContext): Promise<MappedOccupationRow[]> {
  return ctx.tx
    .selectFrom('mappedOccupations')
    .select(['titleKey', 'soc', 'socTitle'])
    .orderBy('titleKey')
    .orderBy('soc')
    .execute();
}

/** Notes what is not noted yet. */
export async function insertMappedOccupations(
  ctx: TenantContext,
  rows: readonly MappedOccupationRow[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('mappedOccupations')
      .values(batch.map((row) => ({ ...row, notedAt: ctx.now })))
      .onConflict((conflict) => conflict.columns(['organizationId', 'titleKey', 'soc']).doNothing())
      .execute();
  }
}

/** Notes these, in place of what was noted before. */
export async function upsertMappedOccupations(
  ctx: TenantContext,
  rows: readonly MappedOccupationRow[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('mappedOccupations')
      .values(batch.map((row) => ({ ...row, notedAt: ctx.now })))
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'titleKey', 'soc']).doUpdateSet((eb) => ({
          socTitle: eb.ref('excluded.socTitle'),
          notedAt: eb.ref('excluded.notedAt'),
        })),
      )
      .execute();
  }
}
