import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, reads } from './data-call';

const MASTERY = { soc: '00-0000.00', instrument: 'mastery' } as const;

/** Calls about calibration and re-expression. */
export const CALIBRATION_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/calibrations.listHeldCalibrations': reads((a) => [a.row('calibrations')['cycleId']]),
  'assessments/calibrations.listCalibrationsOf': reads((a) => [a.row('calibrations')['employeeId']]),
  'assessments/calibrations.updateToReplaced': finds((a) => [
    a.row('calibrations')['calibrationId'],
    'somebody',
  ]),
  'assessments/calibrations.insertCalibration': does((a) => {
    const { cycleId, employeeId } = a.row('calibrations');
    const value = { level: 1, reason: 'so', decidedBy: 'somebody' };
    return [{ calibrationId: randomUUID(), cycleId, employeeId, dimension: 'creativity', ...value }];
  }),
  'assessments/cycle-ratings.findCalibrationCycle': reads((a) => [a.row('cycles')['cycleId']]),
  'assessments/cycle-ratings.listCycleRatingRows': does((a) => [
    a.row('cycles')['cycleId'],
    { employeeIds: null, apart: false },
  ]),
  'assessments/cycle-ratings.listCycleOccupations': does((a) => [a.row('cycles')['cycleId']]),
  'assessments/reexpressions.findAppliedReexpression': does((a) => {
    const { soc, instrument } = a.row('reexpressions');
    return [{ soc, instrument }];
  }),
  'assessments/reexpressions.listTickedRatings': does((a) => [
    { ...MASTERY, soc: a.row('assessments')['soc'], version: 'v' },
  ]),
  'assessments/reexpressions.countRatingsUnder': does((a) => [
    { ...MASTERY, soc: a.row('assessments')['soc'], version: 'v' },
  ]),
  'assessments/reexpressions.insertReexpression': does(() => [
    { ...MASTERY, reexpressionId: randomUUID(), fromVersion: 'a', toVersion: 'b', appliedBy: 'somebody' },
    [],
  ]),
  'assessments/reexpressions.updateToUndone': does((a) => [
    a.row('reexpressions')['reexpressionId'],
    'somebody',
  ]),
  'assessments/reexpressions.listAppliedLevels': does((a) => [[a.row('employees')['employeeId']]]),
  'assessments/reexpressions.listReexpressionsOf': does((a) => [a.row('employees')['employeeId']]),
  'capability/group-members.listGroupMembers': finds((a) => [[a.row('employments')['employeeId']], DAY]),
};
