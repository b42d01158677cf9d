import type { AppLoadContext } from '@remix-run/node';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listMembersOf } from '~/modules/organizations/queries/list-members';

/** Members who read the overview: who can be asked to decide. By name. */
export async function listDeciders(
  database: AppLoadContext['database'],
  organizationId: string,
): Promise<{ userId: string; name: string }[]> {
  const { members } = await listMembersOf(database, organizationId);
  return members
    .filter(({ role }) => reachOf(role, 'heatmap:read') !== 'none')
    .map(({ userId, name }) => ({ userId, name }));
}
