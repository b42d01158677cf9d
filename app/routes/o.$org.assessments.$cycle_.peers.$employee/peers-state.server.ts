import type { TenantArgs } from '~/http/tenant-route.server';
import { getPeersPage } from '~/modules/assessments/queries/get-peers-page';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';

/** What the page of peers shows, with those whom the words of the address find. */
export async function peersState({ ctx, viewer, params, url, context }: TenantArgs) {
  const query = (url.searchParams.get('find') ?? '').toWellFormed().replaceAll('\0', '').slice(0, 200).trim();
  const key = { cycleId: params['cycle'] ?? '', employeeId: params['employee'] ?? '' };
  const nonRaters = await listNonRaters(context.database, viewer.organization.id);
  return {
    ...(await getPeersPage(ctx, viewer, { ...key, query, nonRaters })),
    query,
    done: url.searchParams.has('saved') ? 'The choice of peers is saved.' : null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}
