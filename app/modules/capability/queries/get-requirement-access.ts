import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
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
