import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { insertSites, type SiteRow } from '../data/sites';

/** The id of each site name; sites that are not known are added. */
export async function ensureSites(
  ctx: TenantContext,
  names: ReadonlySet<string>,
  known: readonly SiteRow[],
): Promise<Map<string, string>> {
  const idOf = new Map(known.map((site) => [site.name, site.siteId]));
  const added = [...names].filter((name) => !idOf.has(name)).map((name) => ({ siteId: v7(), name }));
  await insertSites(ctx, added);
  for (const site of added) idOf.set(site.name, site.siteId);
  return idOf;
}
