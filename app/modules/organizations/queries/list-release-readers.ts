import type { AuthContext } from '#db/tenancy';
import { listLiveTokens } from '../data/api-tokens';
import { listMembers } from '../data/memberships';
import { reachOf } from '../domain/permissions';
import type { Viewer } from '../domain/viewer';

/** A viewer before the own employee record is known. */
export type ReleaseReader = Pick<Viewer, 'kind' | 'id' | 'role' | 'teamScope'>;

/** Members and live tokens of an organization who read released figures instead of live ones, or beside them. */
export async function listReleaseReaders(ctx: AuthContext, organizationId: string): Promise<ReleaseReader[]> {
  const members = (await listMembers(ctx, organizationId)).map(
    ({ userId, role, teamScope }): ReleaseReader => ({ kind: 'user', id: userId, role, teamScope }),
  );
  const tokens = (await listLiveTokens(ctx, organizationId)).map(
    ({ tokenId, role, teamScope }): ReleaseReader => ({ kind: 'token', id: tokenId, role, teamScope }),
  );
  return [...members, ...tokens].filter(
    ({ role }) => !['all', 'none'].includes(reachOf(role, 'heatmap:read')),
  );
}
