import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { askForOrder, waitForOrder } from '~/modules/assessments/commands/wait-for-order';
import { findCapabilityState } from '../data/capability-state';
import { countDirty } from '../data/dirty-lists';
import { findLatestRelease } from '../data/releases';
import { getMethod } from '../queries/get-method';

/**
 * Asks for what the clock alone makes due: a refresh when the figures are of another day or version of the method (it
 * finds who changes, markDue), and last month's release when it is missing. Asks anew for a refresh and for an ordering
 * of disagreements that something waits for, should the job of who asked be lost. Run as often as wanted, at any hour: a
 * day that was missed is made up for.
 */
export async function keepUp(ctx: TenantContext): Promise<{ refresh: boolean; monthEnd: boolean }> {
  const { today, version } = await getMethod(ctx);
  const state = await findCapabilityState(ctx);
  const isOld = state !== undefined && (state.asOf !== today || state.formulaVersion !== version);
  const refresh = isOld || (await countDirty(ctx)) > 0;
  if (refresh) await enqueue(ctx, 'refresh-capability', {});
  // Decisions about some change what one about others would change.
  if (isOld) await waitForOrder(ctx, {});
  await askForOrder(ctx);
  const latest = await findLatestRelease(ctx);
  const monthEnd = latest !== undefined && latest.asOf.slice(0, 7) < today.slice(0, 7);
  if (monthEnd) await enqueue(ctx, 'make-release', { reason: 'month_end' }, { key: 'month_end' });
  return { refresh, monthEnd };
}
