import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, reads } from './data-call';

/** Calls of the module assessments. */
export const ASSESSMENT_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/import-lock.lockAssessmentsImport': does(),
  'assessments/assessments.listValidAssessments': reads((a) => [
    { employeeIds: [a.row('employees').employeeId], days: [a.row('assessments').assessedOn], cycleIds: [] },
  ]),
  'assessments/assessments.listKeptAssessments': reads((a) => [a.row('employees').employeeId]),
  'assessments/assessments.listSubmittedAssessments': reads((a) => [[a.row('employees').employeeId]]),
  'assessments/assessments.listImporters': finds((a) => [[a.row('assessments').assessmentId]]),
  'assessments/cycles.findCycleState': finds((a) => [a.row('cycles').name]),
  'assessments/assessments.updateToSuperseded': does((a) => [[a.row('assessments').assessmentId]]),
  'assessments/assessments.insertAssessments': does((a) => [
    [
      {
        ...a.row('assessments'),
        assessmentId: randomUUID(),
        assessedOn: DAY,
        frameworkVersions: {},
        submittedAt: new Date(DAY),
      },
    ],
  ]),
  'assessments/cycles.listCycleRows': reads(),
  'assessments/cycles.listBegunCycles': does(),
  'assessments/imported-assessments.listImportedAssessments': does(() => [randomUUID()]),
  'assessments/imported-assessments.updateToSubmittedAgain': does((a) => [
    [a.row('assessments').assessmentId],
  ]),
  'assessments/cycles.listCyclesWithNamedPeers': does((a) => [[a.row('cycles').cycleId]]),
  'assessments/cycles.upsertCycleRow': finds((a) => [
    { ...a.row('cycles'), cycleId: randomUUID(), name: 'Another', state: 'closed' },
  ]),
  'assessments/evidence.listEvidence': reads((a) => [[a.row('assessments').assessmentId]]),
  'assessments/evidence.listAcceptedEvidence': reads((a) => [[a.row('assessments').employeeId]]),
  'assessments/evidence.insertEvidence': does((a) => [[{ ...a.row('evidence'), evidenceId: randomUUID() }]]),
  'assessments/ratings.listRatings': reads((a) => [[a.row('assessments').assessmentId]]),
  'assessments/ratings.listRatedDays': reads((a) => [[a.row('ratings').employeeId]]),
  'assessments/ratings.listRatingsOfPeople': reads((a) => [[a.row('ratings').employeeId]]),
  'assessments/ratings.insertRatings': does((a) => [
    [{ ...a.row('ratings'), dimension: 'leadership', level: 1 }],
  ]),
};
