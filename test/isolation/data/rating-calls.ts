import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, type NamedRows, reads } from './data-call';

const anybody = (a: NamedRows) => [a.row('employees')['employeeId']];
const anAssessment = (a: NamedRows) => a.row('assessments')['assessmentId'];
const aKey = (a: NamedRows) => {
  const { employeeId, raterKind, raterId, cycleId, soc } = a.row('assessments');
  return { employeeId, raterKind, raterId: raterId ?? employeeId, cycleId, soc };
};
const aCell = (a: NamedRows) => {
  const { dimension, level, assessedOn, unsureOn } = a.row('ratings');
  return {
    assessmentId: anAssessment(a),
    dimension,
    level,
    assessedOn,
    unsureOn,
    revision: 1,
    savedKey: null,
  };
};

/** Calls of the module assessments about raters' own drafts. */
export const RATING_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/rated-by.listIdsRatedBy': does((a) => [a.row('employees')['employeeId']]),
  'assessments/rater-tasks.listRatedCycles': reads((a) => [[a.row('cycles')['cycleId']]]),
  'assessments/rater-tasks.listOpenCycleIds': does((a) => [anybody(a)]),
  'assessments/rater-tasks.listRatedPeople': does((a) => [a.row('cycles')['cycleId'], anybody(a)]),
  'assessments/rater-tasks.listRequests': does((a) => [a.row('employees')['employeeId']]),
  'assessments/rater-tasks.listApprovedPeers': does((a) => [
    { cycleId: a.row('cycles')['cycleId'], raterId: a.row('employees')['employeeId'] },
  ]),
  'assessments/draft-assessments.lockAssessmentsShared': does(),
  'assessments/draft-assessments.insertDraft': finds((a) => [
    { ...aKey(a), assessmentId: randomUUID(), assessedOn: DAY },
  ]),
  'assessments/draft-assessments.lockDraft': does((a) => [aKey(a)]),
  'assessments/draft-assessments.updateDraftChanges': finds((a) => [anAssessment(a)]),
  'assessments/draft-assessments.listOwnAssessments': does((a) => [
    { raterId: a.row('employees')['employeeId'], employeeIds: anybody(a), cycleId: null },
  ]),
  'assessments/draft-assessments.listOwnEarlierLevels': does((a) => [
    { raterId: a.row('employees')['employeeId'], employeeIds: anybody(a), except: [] },
  ]),
  'assessments/draft-assessments.updateToSubmitted': does((a) => [
    { assessmentId: anAssessment(a), assessedOn: DAY, version: 1, frameworkVersions: {} },
  ]),
  'assessments/draft-assessments.updateToWithdrawnByRater': does((a) => [anAssessment(a), 'a mistake']),
  'assessments/draft-cells.listCells': finds((a) => [[anAssessment(a)]]),
  'assessments/draft-cells.upsertCells': does((a) => [a.row('employees')['employeeId'], [aCell(a)]]),
  'assessments/draft-cells.deleteCell': does((a) => [anAssessment(a), a.row('ratings')['dimension']]),
  'assessments/draft-cells.listTicked': finds((a) => [[a.row('tickedStatements')['assessmentId']]]),
  'assessments/draft-cells.replaceTicked': does((a) => [
    { assessmentId: anAssessment(a), dimension: a.row('ratings')['dimension'], statementIds: ['x'] },
  ]),
  'assessments/draft-cells.insertCopiedContents': does((a) => [randomUUID(), anAssessment(a)]),
  'assessments/imported-meanwhile.copyImportedMeanwhile': does((a) => [
    { beforeId: anAssessment(a), draftId: anAssessment(a) },
  ]),
  'assessments/own-evidence.listOwnTexts': does((a) => [[anAssessment(a)], a.row('employees')['employeeId']]),
  'assessments/own-evidence.insertOwnText': does((a) => [
    {
      ...{
        evidenceId: randomUUID(),
        assessmentId: anAssessment(a),
        dimension: a.row('ratings')['dimension'],
      },
      ...{ body: 'seen', addedBy: a.row('employees')['employeeId'], unsure: false },
    },
  ]),
  'assessments/own-evidence.updateOwnText': does((a) => [a.row('evidence')['evidenceId'], 'seen again']),
  'assessments/own-evidence.deleteOwnText': does((a) => [a.row('evidence')['evidenceId']]),
  'assessments/own-evidence.updateEvidenceUnsure': does((a) => [anAssessment(a), null]),
  'assessments/blind-ratings.listSidesOf': does((a) => [
    a.row('employees')['employeeId'],
    [a.row('cycles')['cycleId']],
  ]),
  'assessments/blind-ratings.hasOpenBlindCycle': does(() => []),
  'assessments/blind-ratings.listBlindSides': does((a) => {
    const employeeId = a.row('employees')['employeeId'];
    return [{ employeeIds: [employeeId], readerId: employeeId, today: DAY }];
  }),
  'assessments/blind-ratings.listBeneath': does((a) => [a.row('employees')['employeeId'], DAY]),
  'people/managers-above.listManagersAboveOn': does((a) => [anybody(a), DAY]),
};
