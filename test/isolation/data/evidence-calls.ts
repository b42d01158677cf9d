import { randomUUID } from 'node:crypto';
import { type DataCall, does, finds, type NamedRows, reads } from './data-call';

const FIRST = '00000000-0000-0000-0000-000000000000';
const anAssessment = (a: NamedRows) => a.row('assessments')['assessmentId'];
const aFile = (a: NamedRows) => a.row('evidenceFiles')['fileId'];
const anObservation = (a: NamedRows) => a.row('observations')['observationId'];
const anybody = (a: NamedRows) => a.row('employees')['employeeId'];

/** Calls of the module assessments about evidence, its files and observations. */
export const EVIDENCE_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/evidence-items.listEvidenceItems': reads((a) => [[a.row('evidence')['assessmentId']]]),
  'assessments/evidence-items.lockRating': does((a) => [
    { assessmentId: anAssessment(a), states: ['draft', 'submitted'], alone: true },
  ]),
  'assessments/evidence-items.insertEvidenceItem': does((a) => [
    {
      ...{
        evidenceId: randomUUID(),
        assessmentId: anAssessment(a),
        dimension: a.row('ratings')['dimension'],
      },
      ...{ kind: 'text', body: 'seen', url: null, fileId: null, observationId: null, unsure: false },
      ...{ addedBy: anybody(a), recordedBy: 'somebody', acceptedBy: null },
    },
  ]),
  'assessments/evidence-items.updateToAccepted': does((a) => [a.row('evidence')['evidenceId'], 'somebody']),
  'assessments/evidence-items.updateToNotAccepted': does((a) => [a.row('evidence')['evidenceId']]),
  'assessments/evidence-before-upgrade.findEvidenceDue': does(),
  'assessments/evidence-before-upgrade.updateEvidenceDone': does(),
  'assessments/evidence-before-upgrade.listRatedPeopleAfter': finds(() => [FIRST, 10]),
  'assessments/evidence-before-upgrade.updateCopiedFrom': does((a) => [[anybody(a)], new Date()]),
  'assessments/evidence-before-upgrade.updateSelfAccepted': does((a) => [[anybody(a)]]),
  'assessments/evidence-before-upgrade.deleteDoubledInDrafts': does((a) => [[anybody(a)]]),
  'assessments/withdrawn-copies.deleteWithdrawnCopies': does((a) => [anAssessment(a)]),
  'assessments/evidence-items.deleteEvidenceItem': does((a) => [a.row('evidence')['evidenceId']]),
  'assessments/evidence-items.insertCarriedEvidence': does((a) => [
    { from: anAssessment(a), to: anAssessment(a), raterId: anybody(a) },
  ]),
  'assessments/evidence-files.insertEvidenceFile': does((a) => [
    {
      ...{ fileId: randomUUID(), employeeId: anybody(a), name: 'drill.txt', type: 'text' },
      ...{ sizeBytes: 4, checksum: 'x', scan: 'clean', bytes: Buffer.from('seen') },
    },
  ]),
  'assessments/evidence-files.listEvidenceFiles': reads((a) => [[aFile(a)]]),
  'assessments/evidence-files.findEvidenceBytes': does((a) => [aFile(a)]),
  'assessments/evidence-files.sumFileBytes': finds((a) => [a.row('evidenceFiles')['employeeId']]),
  'assessments/evidence-files.deleteUnusedFiles': does(),
  'assessments/observations.listObservationsOf': reads((a) => [[a.row('observations')['employeeId']]]),
  'assessments/observations.listObservationPage': reads(() => [
    { employeeIds: null, dimension: null, event: '', offset: 0, limit: 10 },
  ]),
  'assessments/observations.findObservation': reads((a) => [anObservation(a)]),
  'assessments/observations.upsertObservations': does((a) => {
    const { recordedAt: _, ...row } = a.row('observations');
    return [[{ ...row, outcome: 'partly' }]];
  }),
  'assessments/observations.deleteObservation': does((a) => [anObservation(a)]),
  'assessments/observations.listSupported': does((a) => [[anObservation(a)]]),
  'assessments/observations.deleteEvidenceOf': does((a) => [[anObservation(a)]]),
  'assessments/observations.deleteObservationsBefore': does(() => ['2000-01-01']),
};
