import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { upsertCapabilityState } from '../data/capability-state';
import { claimDirty, countDirty, lockRefresh } from '../data/dirty-lists';
import type { ProfileStamp } from '../data/profiles';
import { countReleases } from '../data/releases';
import { FORMULA_VERSION } from '../domain/constants';
import { getMethod, type Method } from '../queries/get-method';
import { refreshCells } from './refresh-cells';
import { refreshProfiles } from './refresh-profiles';

/** People that one transaction computes: bounds its length and its memory. */
const BATCH = 500;

export interface RefreshOutcome {
  readonly people: number;
  readonly teams: number;
  /** Entries still waiting: call again. */
  readonly remaining: number;
}

/**
 * Computes what the dirty lists name, one batch in the caller's transaction: profiles, then the cells of the teams
 * concerned and of all above them. A transaction that dies leaves the lists as they were. When nothing is left and
 * no release was made yet, asks for the first one (method.md 9.1).
 */
export async function refreshCapability(ctx: TenantContext): Promise<RefreshOutcome> {
  await lockRefresh(ctx);
  const claim = await claimDirty(ctx, BATCH);
  const method: Method = await getMethod(ctx);
  const stamp: ProfileStamp = { asOf: method.today, computedAt: ctx.now, formulaVersion: FORMULA_VERSION };
  const currentTeams = await refreshProfiles(ctx, claim.employeeIds, { method, stamp });
  const touched = new Set([...claim.teamIds, ...currentTeams]);
  const teams = await refreshCells(ctx, touched, { method, stamp, watermark: claim.watermark });
  const remaining = await countDirty(ctx);
  await upsertCapabilityState(ctx, { ...stamp, sourceWatermark: claim.watermark });
  if (remaining === 0 && (await countReleases(ctx)) === 0)
    await enqueue(ctx, 'make-release', { reason: 'first' }, { key: 'first' });
  return { people: claim.employeeIds.length, teams, remaining };
}
