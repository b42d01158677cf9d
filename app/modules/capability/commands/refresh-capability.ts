import type { TenantContext } from '#db/tenancy';
import { lockRefresh } from '../data/dirty-lists';
import { hasLevels } from '../data/profiles';
import { countReleases } from '../data/releases';
import { makeRelease } from './make-release';
import { type RefreshOutcome, refreshDirty } from './refresh-dirty';

/**
 * Computes one batch of what changed (refreshDirty), alone in the organization. When nothing is left, somebody is
 * assessed and no release was made yet, makes the first one (method.md 9.1); in the same transaction, since a job that
 * already ran would wait for this one, and this one for the job's row.
 */
export async function refreshCapability(ctx: TenantContext, batch?: number): Promise<RefreshOutcome> {
  await lockRefresh(ctx);
  const outcome = await refreshDirty(ctx, batch);
  const isFirst = outcome.remaining === 0 && (await countReleases(ctx)) === 0;
  if (isFirst && (await hasLevels(ctx))) await makeRelease(ctx, 'first');
  return outcome;
}
