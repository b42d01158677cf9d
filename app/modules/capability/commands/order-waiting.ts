import type { TenantContext } from '#db/tenancy';
import { takeWaiting } from '~/modules/assessments/commands/wait-for-order';
import { getCalibrationCycle } from '~/modules/assessments/queries/get-calibration-cycle';
import { replaceCalibrationCases } from '../data/calibration-cases';
import { teamsAtStake } from '../domain/calibration/order-cases';
import { getAccessToAll } from '../queries/get-requirement-access';
import { type CalibrationCase, listCalibrationCases } from '../queries/list-calibration-cases';

/**
 * Puts the disagreements of the next people who wait in order, in the caller's transaction: one that dies leaves them
 * waiting. Returns how many people it took; 0: nobody waits.
 */
export async function orderWaiting(ctx: TenantContext): Promise<number> {
  const next = await takeWaiting(ctx);
  if (!next) return 0;
  const { cycleId, employeeIds } = next;
  const { state } = await getCalibrationCycle(ctx, cycleId);
  const isOver = state !== 'draft' && state !== 'open';
  const cases = isOver
    ? await listCalibrationCases(ctx, await getAccessToAll(ctx), { cycleId, employeeIds })
    : [];
  await replaceCalibrationCases(ctx, cycleId, { employeeIds, cases: cases.map(rowOf) });
  return employeeIds.length;
}

function rowOf({ employeeId, dimension, soc, difference, stakes, groups, outcomes }: CalibrationCase) {
  return {
    ...{ employeeId, dimension, soc, difference },
    changesTarget: stakes.target,
    changesBand: stakes.band,
    changedTeams: teamsAtStake(groups, outcomes),
  };
}
