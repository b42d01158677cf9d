import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { type CalibrationCycle, findCalibrationCycle } from '../data/cycle-ratings';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One cycle by id. Throws NotFound. */
export async function getCalibrationCycle(ctx: TenantContext, cycleId: string): Promise<CalibrationCycle> {
  const cycle = UUID.test(cycleId) ? await findCalibrationCycle(ctx, cycleId) : undefined;
  if (cycle) return cycle;
  throw new NotFound('There is no such cycle in this organization.');
}
