import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

export interface CatalogueTitle {
  readonly soc: string;
  readonly title: string;
}

/** What these loads of O*NET call their occupations. */
export async function listLoadedTitles(
  ctx: TenantContext,
  loadIds: readonly number[],
): Promise<CatalogueTitle[]> {
  return ctx.tx
    .selectFrom('onetOccupations')
    .select(['soc', 'title'])
    .where(sql<boolean>`load_id = any(${loadIds}::integer[])`)
    .orderBy('soc')
    .execute();
}

/** What the organization calls its own occupations. */
export async function listOwnTitles(ctx: TenantContext): Promise<CatalogueTitle[]> {
  return ctx.tx.selectFrom('ownOccupations').select(['soc', 'title']).orderBy('soc').execute();
}

/** What the shared catalogue calls its occupations, whatever the release. */
export async function listSharedTitles(ctx: TenantContext): Promise<CatalogueTitle[]> {
  return ctx.tx.selectFrom('occupations').select(['soc', 'title']).orderBy('soc').execute();
}
