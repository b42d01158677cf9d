import type { TenantContext } from '#db/tenancy';
import { countPeopleBySite } from '../data/site-people';
import { listSites as listSiteRows } from '../data/sites';

export interface ListedSite {
  readonly siteId: string;
  readonly name: string;
  /** People who are there on the day, those who left not counted. */
  readonly people: number;
  /** People with the site in their history or plans. */
  readonly ever: number;
}

/** The organization's sites by name with people counted on a day. */
export async function listSites(ctx: TenantContext, asOf: string): Promise<ListedSite[]> {
  const counts = await countPeopleBySite(ctx, asOf);
  return (await listSiteRows(ctx)).map(({ siteId, name }) => {
    const { now = 0, ever = 0 } = counts.get(siteId) ?? {};
    return { siteId, name, people: now, ever };
  });
}
