import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listActivePeopleIds } from '~/modules/people/queries/list-active-people';
import { listDirectReports } from '~/modules/people/queries/list-direct-reports';
import { subtreeOf } from '../domain/subtree';

/** What a viewer may see of the heatmap on a day, before any figure is read. */
export interface ViewerAccess {
  readonly tree: readonly TeamNode[];
  /** Teams whose figures are live and full for the viewer. */
  readonly liveTeams: ReadonlySet<string>;
  /** The viewer sees everything live. */
  readonly everything: boolean;
  /** People whom the viewer may see one by one: left out of released figures (method.md 9.4). */
  readonly individualAccess: ReadonlySet<string>;
}

/** Own subtree, reports and self of the viewer, as far as the permission reaches. */
export async function getViewerAccess(
  ctx: TenantContext,
  question: { readonly viewer: Viewer; readonly reach: Reach; readonly day: string },
): Promise<ViewerAccess> {
  const { viewer, reach, day } = question;
  const tree = await getTeamTree(ctx, day);
  if (reach === 'all') {
    return {
      tree,
      liveTeams: new Set(tree.map(({ teamId }) => teamId)),
      everything: true,
      individualAccess: new Set(),
    };
  }
  const liveTeams = reach === 'subtree' ? subtreeOf(tree, viewer.teamScope) : new Set<string>();
  const inSubtree = liveTeams.size > 0 ? await listActivePeopleIds(ctx, [...liveTeams], day) : [];
  const reports = viewer.employeeId
    ? (await listDirectReports(ctx, viewer.employeeId, day)).map((person) => person.employeeId)
    : [];
  const self = viewer.employeeId ? [viewer.employeeId] : [];
  return {
    tree,
    liveTeams,
    everything: false,
    individualAccess: new Set([...inSubtree, ...reports, ...self]),
  };
}
