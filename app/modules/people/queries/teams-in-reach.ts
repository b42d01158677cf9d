import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findEmployment } from '../data/employments';
import { subtreeTeamIds, type TeamNode } from '../domain/team-tree';

/**
 * The teams of a tree that a viewer reads in the directory: all of them, the subtrees of the viewer's scope, or the
 * viewer's own team on the day.
 */
export async function teamsInReach(
  ctx: TenantContext,
  question: {
    readonly viewer: Pick<Viewer, 'teamScope' | 'employeeId'>;
    readonly reach: Reach;
    readonly tree: readonly TeamNode[];
    readonly asOf: string;
  },
): Promise<readonly TeamNode[]> {
  const { viewer, reach, tree, asOf } = question;
  if (reach === 'all') return tree;
  const inside = new Set<string>();
  if (reach === 'subtree')
    for (const root of viewer.teamScope) for (const id of subtreeTeamIds(tree, root)) inside.add(id);
  else if (viewer.employeeId !== null) {
    const employment = await findEmployment(ctx, viewer.employeeId, asOf);
    if (employment && employment.status !== 'left') inside.add(employment.teamId);
  }
  return tree.filter(({ teamId }) => inside.has(teamId));
}
