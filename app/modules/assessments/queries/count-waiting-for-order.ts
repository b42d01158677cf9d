import type { TenantContext } from '#db/tenancy';
import { countCalibrationWaiting } from '../data/calibration-waiting';

/** How many people of a cycle wait for their disagreements to be put in order. */
export async function countWaitingForOrder(ctx: TenantContext, cycleId: string): Promise<number> {
  return countCalibrationWaiting(ctx, cycleId);
}
