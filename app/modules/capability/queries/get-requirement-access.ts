import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { findCapabilityState } from '../data/capability-state';
import { getMethod } from './get-method';
import { getViewerAccess, type ViewerAccess } from './get-viewer-access';

export interface RequirementAccess extends ViewerAccess {
  /** Day of the stored figures. */
  readonly asOf: string;
  readonly today: string;
  /** Whether the viewer's role is told states at all: suppressed viewers and administrators are not. */
  readonly seesStates: boolean;
}

/** For which teams a viewer is told whether requirements are met: those whose figures are live and full for them. */
export async function getRequirementAccess(ctx: TenantContext, viewer: Viewer): Promise<RequirementAccess> {
  const { today } = await getMethod(ctx);
  const asOf = (await findCapabilityState(ctx))?.asOf ?? today;
  const heatmap = reachOf(viewer.role, 'heatmap:read');
  const seesStates = heatmap === 'all' || heatmap === 'subtree';
  const access = await getViewerAccess(ctx, { viewer, reach: seesStates ? heatmap : 'none', day: asOf });
  return { ...access, asOf, today, seesStates };
}

/** Of whose requirements is told: these teams, as the stored figures of a day have them. */
export type LiveTeams = Pick<RequirementAccess, 'tree' | 'liveTeams' | 'asOf'>;

/** All teams, for what is computed for nobody in particular. */
export async function getAccessToAll(ctx: TenantContext): Promise<LiveTeams> {
  const { today } = await getMethod(ctx);
  const asOf = (await findCapabilityState(ctx))?.asOf ?? today;
  const tree = await getTeamTree(ctx, asOf);
  return { tree, liveTeams: new Set(tree.map(({ teamId }) => teamId)), asOf };
}
