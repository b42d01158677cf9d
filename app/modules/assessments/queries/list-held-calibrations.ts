import type { TenantContext } from '#db/tenancy';
import { type Calibration, listHeldCalibrations as listHeld } from '../data/calibrations';

export type HeldCalibration = Calibration;

/** The decisions about these people in a cycle that hold. What the reader may see of them is the caller's to know. */
export async function listHeldCalibrations(
  ctx: TenantContext,
  cycleId: string,
  employeeIds: readonly string[],
): Promise<HeldCalibration[]> {
  return listHeld(ctx, cycleId, employeeIds);
}
