import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import {
  claimCalibrationWaiting,
  hasCalibrationWaiting,
  insertCalibrationWaiting,
} from '../data/calibration-waiting';

/** People whose disagreements one transaction puts in order: bounds its length and its memory. */
const BATCH = 200;

/** Says that disagreements of closed cycles are to be put in order again: of one cycle, of these people, or all. */
export async function waitForOrder(
  ctx: TenantContext,
  of: { readonly cycleId?: string; readonly employeeIds?: readonly string[] },
): Promise<void> {
  if ((await insertCalibrationWaiting(ctx, of)) > 0) await enqueue(ctx, 'order-disagreements', {});
}

/** Asks again for the ordering of disagreements that wait, whatever became of who asked before. */
export async function askForOrder(ctx: TenantContext): Promise<void> {
  if (await hasCalibrationWaiting(ctx)) await enqueue(ctx, 'order-disagreements', {});
}

/** Takes the next people of one cycle who wait; null: nobody does. */
export async function takeWaiting(
  ctx: TenantContext,
): Promise<{ readonly cycleId: string; readonly employeeIds: string[] } | null> {
  return claimCalibrationWaiting(ctx, BATCH);
}
