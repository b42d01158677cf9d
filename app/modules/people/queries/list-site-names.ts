import type { TenantContext } from '#db/tenancy';
import { listSites, type SiteRow } from '../data/sites';

/** The organization's sites by name, nobody counted. */
export async function listSiteNames(ctx: TenantContext): Promise<SiteRow[]> {
  return listSites(ctx);
}
