import { randomUUID } from 'node:crypto';
import { type DataCall, does, finds } from './data-call';

const LATER = '2900-01-01';

/** Calls of all modules about erasure and retention. */
export const ERASURE_CALLS: Readonly<Record<string, DataCall>> = {
  'organizations/erased-operations.deleteOperationsNaming': does((a) => [
    [String(a.row('operations')['operationId'])],
  ]),
  'organizations/erased-operations.updateOperationInput': does((a) => [a.row('operations')['operationId']]),
  'organizations/erased-operations.deleteIdleUploads': does(),

  'people/employees.findUserOfEmployee': finds((a) => [a.row('employees')['employeeId']]),
  'people/erased-people.listTeamsEverOf': finds((a) => [a.row('employees')['employeeId']]),
  'people/erased-people.updateWithoutManager': finds((a) => [a.row('employments')['managerId']]),
  'people/erased-people.deleteEmployee': finds((a) => [a.row('employees')['employeeId']]),

  'occupations/erased-linkers.updateLinkerName': does((a) => [
    a.row('ownStandardLinks')['linkedByUser'],
    'nobody',
  ]),

  'assessments/erased-raters.updateRater': does((a) => [a.row('assessments')['raterId'], randomUUID()]),
  'assessments/erased-raters.updateEvidenceWithoutAuthor': does((a) => [a.row('evidence')['addedBy']]),
  'assessments/past-assessments.listAssessmentsBefore': finds(() => [LATER, { after: null, limit: 10 }]),
  'assessments/past-assessments.deleteAssessments': does((a) => [[a.row('assessments')['assessmentId']]]),

  'capability/erased-members.updateReleasePerson': does((a) => [
    a.row('releasePeople')['employeeId'],
    randomUUID(),
  ]),
  'capability/erased-members.updateCutPerson': does((a) => [
    a.row('releasePeople')['employeeId'],
    randomUUID(),
  ]),
  'capability/erased-members.deleteDirtyPerson': does((a) => [a.row('dirtyPeople')['employeeId']]),
  'capability/erased-members.deleteReleaseViewer': does((a) => [a.row('releaseViewers')['viewerKey']]),
  'capability/past-releases.deleteReleasesBefore': does(() => [LATER]),
  'capability/past-releases.listReleasedIds': finds((a) => [[a.row('releasePeople').employeeId]]),
  'capability/past-releases.hasReleaseBefore': finds(() => [LATER]),
  'capability/counted-assessments.listUncounted': does((a) => [
    [
      {
        assessmentId: a.row('assessments')['assessmentId'],
        employeeId: a.row('employees')['employeeId'],
      },
    ],
  ]),
};
