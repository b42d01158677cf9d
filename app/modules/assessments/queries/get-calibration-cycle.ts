import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { type CalibrationCycle, findCalibrationCycle } from '../data/cycle-ratings';

/** One cycle by id. Throws NotFound. */
export async function getCalibrationCycle(ctx: TenantContext, cycleId: string): Promise<CalibrationCycle> {
  const cycle = isAnyUuid(cycleId) ? await findCalibrationCycle(ctx, cycleId) : undefined;
  if (cycle) return cycle;
  throw new NotFound('There is no such cycle in this organization.');
}
