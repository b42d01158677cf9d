import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import type { IndividualAccess } from '../domain/individual-access';
import { subtreeOf } from '../domain/subtree';
import { getIndividualAccess } from './get-individual-access';

/** What a viewer may see of the heatmap on a day, before any figure is read. */
export interface ViewerAccess {
  readonly tree: readonly TeamNode[];
  /** Teams whose figures are live and full for the viewer. */
  readonly liveTeams: ReadonlySet<string>;
  /** The viewer sees everything live. */
  readonly everything: boolean;
  /** People whom the viewer may read one by one: released figures leave them out (method.md 9.4). */
  readonly individual: IndividualAccess;
}

/** The teams that the viewer sees live as far as the permission reaches, and the people read one by one. */
export async function getViewerAccess(
  ctx: TenantContext,
  question: { readonly viewer: Viewer; readonly reach: Reach; readonly day: string },
): Promise<ViewerAccess> {
  const { viewer, reach, day } = question;
  const tree = await getTeamTree(ctx, day);
  const roots = reach === 'all' ? tree.map(({ teamId }) => teamId) : viewer.teamScope;
  return {
    tree,
    liveTeams: reach === 'all' || reach === 'subtree' ? subtreeOf(tree, roots) : new Set(),
    everything: reach === 'all',
    individual: await getIndividualAccess(ctx, viewer, { tree, day }),
  };
}
