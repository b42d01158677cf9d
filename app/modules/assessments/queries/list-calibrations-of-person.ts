import type { TenantContext } from '#db/tenancy';
import { type Calibration, listCalibrationsOf } from '../data/calibrations';

/** All decisions about a person, the newest first. Whether the reader may see them is the caller's to know. */
export async function listCalibrationsOfPerson(
  ctx: TenantContext,
  employeeId: string,
): Promise<Calibration[]> {
  return listCalibrationsOf(ctx, employeeId);
}
