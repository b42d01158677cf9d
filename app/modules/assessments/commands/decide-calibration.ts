import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { isLevel, type Level } from '~/modules/frameworks/domain/level';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict, InvalidInput } from '~/shared/errors';
import { insertCalibration, updateToReplaced } from '../data/calibrations';
import { LONGEST_REASON } from '../domain/calibration-reason';
import { ratingState } from '../domain/rating-state';
import { holdCell } from './hold-cell';
import { storeCalibrated } from './store-calibrated';

export interface CalibrationDecision {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly dimension: string;
  readonly level: number;
  readonly reason: string;
  /** The decision that held when the form was made; empty: none did. */
  readonly held: string;
}

/**
 * Settles a dimension of a person in a cycle that is closed: the value counts as a calibrated rating, dated as the newest
 * of those that it settles, which stay. Another decision takes its place and it is kept. Figures follow by the refresh.
 * @throws NotFound for whoever may not settle it; Forbidden for oneself; InvalidInput; Conflict when the cycle is not
 *   closed, or when somebody decided meanwhile.
 */
export async function decideCalibration(
  ctx: TenantContext,
  viewer: Viewer,
  decision: CalibrationDecision,
): Promise<string> {
  const { cycleId, employeeId } = decision;
  const { dimension, level, reason } = checked(decision);
  const cell = await holdCell(ctx, viewer, { cycleId, employeeId, dimension });
  if ((cell.held?.calibrationId ?? '') !== decision.held) throw new Conflict(decidedMeanwhile(cell.held));
  const settled = cell.ratings.filter(({ raterKind }) => raterKind !== 'calibrated');
  const assessedOn = settled
    .map((one) => one.assessedOn)
    .sort()
    .at(-1);
  if (assessedOn === undefined) throw new Conflict('Nobody rated this in the cycle.');
  if (!cell.held && cell.ratings.some(({ raterKind }) => raterKind === 'calibrated'))
    throw new Conflict('A file brought a calibrated value for this: it is corrected with a file.');
  if (cell.held) await updateToReplaced(ctx, cell.held.calibrationId, null);
  const calibrationId = v7();
  await insertCalibration(ctx, {
    ...{ calibrationId, cycleId, employeeId, dimension, level, reason },
    decidedBy: viewer.id,
  });
  await storeCalibrated(ctx, cell, { dimension, state: ratingState(level, assessedOn) });
  await markPeopleChanged(ctx, [employeeId]);
  recordAudit(ctx, {
    action: 'calibration.decide',
    subject: { kind: 'employee', id: employeeId },
    details: { calibration: calibrationId, cycle: cycleId, dimension },
  });
  return calibrationId;
}

/**
 * Takes a decision back: the ratings count as they did before anything was decided. It is kept.
 * @throws as decideCalibration.
 */
export async function undoCalibration(
  ctx: TenantContext,
  viewer: Viewer,
  { cycleId, employeeId, dimension, held }: Omit<CalibrationDecision, 'level' | 'reason'>,
): Promise<void> {
  if (!isDimension(dimension)) throw invalid('dimension', 'There is no such dimension.');
  const cell = await holdCell(ctx, viewer, { cycleId, employeeId, dimension });
  if (!cell.held || cell.held.calibrationId !== held) throw new Conflict(decidedMeanwhile(cell.held));
  await updateToReplaced(ctx, held, viewer.id);
  await storeCalibrated(ctx, cell, { dimension, state: null });
  await markPeopleChanged(ctx, [employeeId]);
  recordAudit(ctx, {
    action: 'calibration.undo',
    subject: { kind: 'employee', id: employeeId },
    details: { calibration: held, cycle: cycleId, dimension },
  });
}

function checked({ dimension, level, reason: words }: CalibrationDecision) {
  const reason = words.trim().replace(/\r\n?/gu, '\n');
  if (!isDimension(dimension)) throw invalid('dimension', 'There is no such dimension.');
  if (!isLevel(level)) throw invalid('level', 'Choose a level from 0 to 4.');
  if (reason === '') throw invalid('reason', 'Say why this is the level.');
  if (reason.length > LONGEST_REASON || !reason.isWellFormed() || reason.includes('\0'))
    throw invalid('reason', `Say it in at most ${LONGEST_REASON} characters.`);
  return { dimension: dimension satisfies Dimension, level: level satisfies Level, reason };
}

function decidedMeanwhile(held: { readonly level: number } | undefined): string {
  if (!held) return 'Somebody took the decision back meanwhile. Look at it again before you decide.';
  return `Somebody decided meanwhile: level ${held.level} holds now. Look at it again before you decide.`;
}

function invalid(pointer: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer, detail }]);
}
