import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { addMonths } from '~/shared/calendar-day';
import { findCapabilityState } from '../data/capability-state';
import { countDirty } from '../data/dirty-lists';
import { listOverviewSnapshots } from '../data/overview-snapshots';
import { quarterUpTo } from '../domain/overview/development-velocity';
import { addOverview, NOTHING, type OverviewSums } from '../domain/overview/overview-sums';
import { type DaySums, sumsByDay } from '../domain/overview/trend';
import { closeOverview } from '../domain/waiting-figures';
import { liveTotalState } from './ai-readiness/live-readiness';
import { getMethod, type Method } from './get-method';
import { getViewerAccess } from './get-viewer-access';
import { type SummedOverview, sumOverview } from './sum-overview';

const TREND_MONTHS = 13;

export interface LiveOverview extends SummedOverview {
  readonly asOf: string;
  readonly computedAt: string | null;
  readonly pending: boolean;
  readonly method: Method;
  readonly tree: readonly TeamNode[];
  /** Of everything that the viewer sees live. */
  readonly sums: OverviewSums;
  /** Days on which figures were released, of the same teams, the oldest first; without today. */
  readonly past: readonly DaySums[];
  readonly quarter: { readonly from: string; readonly to: string };
  /** The viewer sees the whole organization, not only own teams. */
  readonly everything: boolean;
}

/** The overview of what this viewer sees live and in full: the organization, or the teams of a scope. */
export async function getLiveOverview(
  ctx: TenantContext,
  { viewer, reach }: { readonly viewer: Viewer; readonly reach: Reach },
): Promise<LiveOverview> {
  const method = await getMethod(ctx);
  const state = await findCapabilityState(ctx);
  const asOf = state?.asOf ?? method.today;
  const access = await getViewerAccess(ctx, { viewer, reach, day: asOf });
  const { tree, liveTeams, everything } = access;
  const quarter = quarterUpTo(asOf);
  const { constants } = method;
  const summed = await sumOverview(ctx, { tree, liveTeams, constants, asOf, quarter: quarter.from });
  const sums = summed.teams.map((team) => team.sums).reduce(addOverview, NOTHING);
  const { suppressionK: k } = constants;
  const { waits, isClosed: aiClosed } = await liveTotalState(ctx, {
    viewer,
    access,
    today: asOf,
    suppressionK: k,
  });
  const kept = await listOverviewSnapshots(ctx, { from: addMonths(asOf, -TREND_MONTHS), before: asOf });
  const past = sumsByDay(kept, everything ? null : liveTeams);
  return {
    ...summed,
    asOf,
    computedAt: state?.computedAt.toISOString() ?? null,
    pending: (await countDirty(ctx)) > 0,
    method,
    tree,
    sums: waits ? closeOverview(sums, { aiClosed, k }) : sums,
    past: waits ? past.map((day) => ({ ...day, sums: closeOverview(day.sums, { aiClosed, k }) })) : past,
    quarter,
    everything,
  };
}
