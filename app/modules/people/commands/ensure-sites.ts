import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { insertSites, type SiteRow } from '../data/sites';
import { siteKey } from '../domain/site-name';

/**
 * The id of each site name; sites that are not known are added, one for names that differ in capitals or spaces alone,
 * under the first of them.
 */
export async function ensureSites(
  ctx: TenantContext,
  names: ReadonlySet<string>,
  known: readonly SiteRow[],
): Promise<Map<string, string>> {
  const idOf = new Map(known.map((site) => [site.name, site.siteId]));
  const byKey = new Map(known.map((site) => [siteKey(site.name), site.siteId]));
  const added: SiteRow[] = [];
  for (const name of names) {
    if (idOf.has(name)) continue;
    const siteId = byKey.get(siteKey(name)) ?? v7();
    if (!byKey.has(siteKey(name))) added.push({ siteId, name });
    byKey.set(siteKey(name), siteId);
    idOf.set(name, siteId);
  }
  await insertSites(ctx, added);
  return idOf;
}
