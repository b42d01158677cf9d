import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';

/** Of whom a viewer is told how many a target is about: everybody, those of own teams, or nobody at all. */
export type TargetReach = { readonly teamIds: readonly string[] | null } | null;

/** Counts of people go as far as the directory does for everybody or for a subtree; null: none are told. */
export async function getTargetReach(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'role' | 'teamScope'>,
  day: string,
): Promise<TargetReach> {
  const reach = reachOf(viewer.role, 'directory:read');
  if (reach === 'all') return { teamIds: null };
  if (reach === 'subtree') return { teamIds: await listSubtreeTeamIds(ctx, viewer.teamScope, day) };
  return null;
}
