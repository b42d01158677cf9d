import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, reads } from './data-call';

const MASTERY = { soc: '00-0000.00', instrument: 'mastery' } as const;

/** Calls about calibration and re-expression. */
export const CALIBRATION_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/calibrations.listHeldCalibrations': reads((a) => {
    const { cycleId, employeeId } = a.row('calibrations');
    return [cycleId, [employeeId]];
  }),
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
    { employeeIds: [a.row('assessments')['employeeId']], apart: false },
  ]),
  'assessments/cycle-ratings.listCycleAssessmentRows': does((a) => [
    a.row('cycles')['cycleId'],
    { after: null, limit: 10 },
  ]),
  'assessments/cycle-ratings.listCycleOccupations': reads((a) => {
    const { cycleId, employeeId } = a.row('cycle_people');
    return [cycleId, [employeeId]];
  }),
  'assessments/calibration-waiting.insertCalibrationWaiting': does((a) => [
    { cycleId: a.row('cycles')['cycleId'] },
  ]),
  'assessments/calibration-waiting.claimCalibrationWaiting': does(() => [10]),
  'assessments/calibration-waiting.hasCalibrationWaiting': does(),
  'assessments/calibration-waiting.countCalibrationWaiting': does((a) => [
    a.row('calibration_waiting')['cycleId'],
  ]),
  'capability/calibration-cases.replaceCalibrationCases': does((a) => {
    const { cycleId, employeeId } = a.row('calibration_cases');
    return [cycleId, { employeeIds: [employeeId], cases: [] }];
  }),
  'capability/calibration-cases.findCasePage': does((a) => [
    {
      ...{ cycleId: a.row('calibration_cases')['cycleId'], teamIds: null, day: DAY, liveTeams: null },
      ...{ own: null, decided: false, chosen: null, page: 0, pageSize: 25 },
    },
  ]),
  'capability/calibration-cases.hasCalibrationCase': does((a) => {
    const { cycleId, employeeId } = a.row('calibration_cases');
    return [cycleId, employeeId];
  }),
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
