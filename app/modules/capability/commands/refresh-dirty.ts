import type { TenantContext } from '#db/tenancy';
import { waitForOrder } from '~/modules/assessments/commands/wait-for-order';
import { upsertCapabilityState } from '../data/capability-state';
import { claimDirty, countDirty, insertDirty } from '../data/dirty-lists';
import type { ProfileStamp } from '../data/profiles';
import { getMethod, type Method } from '../queries/get-method';
import { markDue } from './mark-due';
import { refreshCells } from './refresh-cells';
import { refreshProfiles } from './refresh-profiles';

/** People that one transaction computes: bounds its length and its memory. */
const BATCH = 2_000;

export interface RefreshOutcome {
  readonly people: number;
  readonly teams: number;
  /** Entries still waiting: call again. */
  readonly remaining: number;
}

/**
 * Computes what the dirty lists name and what the clock changed, one batch in the caller's transaction: profiles, then
 * the cells of the teams concerned and of all above them, unless many more people wait: then the teams wait too. A
 * transaction that dies leaves the lists as they were. The caller holds the refresh lock.
 */
export async function refreshDirty(ctx: TenantContext, batch = BATCH): Promise<RefreshOutcome> {
  const method: Method = await getMethod(ctx);
  await markDue(ctx, method);
  const claim = await claimDirty(ctx, batch);
  const stamp: ProfileStamp = {
    asOf: method.today,
    computedAt: ctx.now,
    formulaVersion: method.version,
  };
  const currentTeams = await refreshProfiles(ctx, claim.employeeIds, { method, stamp });
  const touched = new Set([...claim.teamIds, ...currentTeams]);
  if (claim.teamsWait) await insertDirty(ctx, { employeeIds: [], teamIds: [...touched] });
  const teams = claim.teamsWait
    ? 0
    : await refreshCells(ctx, touched, { method, stamp, watermark: claim.watermark });
  if (claim.employeeIds.length > 0) await waitForOrder(ctx, { employeeIds: claim.employeeIds });
  const remaining = await countDirty(ctx);
  await upsertCapabilityState(ctx, { ...stamp, sourceWatermark: claim.watermark });
  return { people: claim.employeeIds.length, teams, remaining };
}
