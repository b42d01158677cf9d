import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import { Forbidden } from '~/shared/errors';
import { isDetailed } from '../domain/directory-scope';
import { listSites } from './list-sites';

/**
 * The sites as a table; with people counted on the day for who reads everybody. Throws Forbidden for who meets only
 * colleagues.
 */
export async function listSiteLines(
  ctx: TenantContext,
  { reach, asOf }: { readonly reach: Reach; readonly asOf: string },
) {
  if (!isDetailed(reach)) throw new Forbidden('Your role does not export sites.');
  const sites = await listSites(ctx, asOf);
  const counted = reach === 'all';
  return {
    name: `sites-${asOf}`,
    header: ['id', 'site', ...(counted ? ['people'] : [])],
    rows: sites.map(({ siteId, name, people }) => [siteId, name, ...(counted ? [people] : [])]),
  };
}
