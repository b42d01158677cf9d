import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

export interface SiteRow {
  readonly siteId: string;
  readonly name: string;
}

/** The organization's sites, by name. */
export async function listSites(ctx: TenantContext): Promise<SiteRow[]> {
  return ctx.tx.selectFrom('sites').select(['siteId', 'name']).orderBy('name').execute();
}

/** Adds sites; their names are new in the organization. */
export async function insertSites(ctx: TenantContext, sites: readonly SiteRow[]): Promise<void> {
  for (const batch of batches(sites))
    await ctx.tx
      .insertInto('sites')
      .values([...batch])
      .execute();
}

/** Gives a site another name, new in the organization. */
export async function updateSiteName(ctx: TenantContext, siteId: string, name: string): Promise<void> {
  await ctx.tx.updateTable('sites').set({ name }).where('siteId', '=', siteId).execute();
}

/** Takes a site away to which nothing refers. */
export async function deleteSite(ctx: TenantContext, siteId: string): Promise<void> {
  await ctx.tx.deleteFrom('sites').where('siteId', '=', siteId).execute();
}
