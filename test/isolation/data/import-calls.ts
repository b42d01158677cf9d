import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, type NamedRows, reads } from './data-call';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const NEW_IMPORT = {
  importId: NOBODY,
  kind: 'employees',
  fileName: 'people.csv',
  checksum: 'none',
  uploadId: null,
  operationId: null,
};

const NEW_LINE = {
  ...{ line: 2, externalId: 'E1', email: null, manager: null, startedOn: null, endedOn: null },
  ...{ status: null, facts: '', held: null, band: null, cells: '', fault: null },
};
const STATED = { email: true, manager: true, site: true, kind: true, status: true, available: true };

const linesImport = (a: NamedRows) => a.row('importLines').importId;

/** Calls of the module people about imports of files. */
export const IMPORT_CALLS: Readonly<Record<string, DataCall>> = {
  'people/imports.insertImport': does(() => [{ ...NEW_IMPORT, importId: randomUUID() }]),
  'people/imports.findImport': finds((a) => [a.row('imports').importId]),
  'people/imports.lockImport': finds((a) => [a.row('imports').importId]),
  'people/imports.listImportRowsNewest': finds((a) => [
    { kinds: [a.row('imports').kind], after: null, limit: 10 },
  ]),
  'people/imports.findLastApplied': does(),
  'people/imports.updateImport': does((a) => [a.row('imports').importId, { state: 'planned' }]),
  'people/imports.updateWithoutHeaders': does(),
  'people/imports.updateWithoutFiles': does(),
  'people/preview-lock.lockPreview': does(),
  'people/preview-lock.lockPreviews': does(),

  'people/import-rows.insertImportRows': does(() => [NOBODY, []]),
  'people/import-rows.listImportRowsPage': finds((a) => [
    a.row('importRows').importId,
    { outcome: a.row('importRows').outcome, after: -1, limit: 10 },
  ]),
  'people/import-rows.countDifferences': does((a) => [a.row('importRows').importId]),
  'people/import-rows.deleteImportRows': does((a) => [a.row('importRows').importId]),
  'people/import-rows.deleteMissingRows': does((a) => [a.row('importRows').importId, [1]]),
  'people/import-rows.deleteAllImportRows': does(),
  'people/import-rows.deleteImportRowsBefore': does(() => [new Date('2100-01-01')]),

  'people/import-lines.linesOf': does((a) => [a.row('importLines').importId, 'l']),
  'people/import-lines.insertImportLines': does((a) => [
    a.row('imports').importId,
    [{ ...NEW_LINE, number: 1_000_000 }],
  ]),
  'people/import-lines.deleteImportLines': does((a) => [a.row('importLines').importId]),
  'people/import-lines.listImportLines': reads((a) => [
    a.row('importLines').importId,
    [a.row('importLines').number],
  ]),
  'people/import-lines.listFaultyLines': reads((a) => [
    a.row('importLines').importId,
    { after: -1, limit: 10 },
  ]),
  'people/import-lines.updateOtherLines': does((a) => [a.row('importLines').importId]),
  'people/import-lines.updateWholeJoins': does(),
  'people/import-lines.updateUsualJoins': does(),

  'people/import-faults.updateRepeated': does((a) => [linesImport(a), 'id']),
  'people/import-faults.updateUnknownManagers': does((a) => [linesImport(a)]),
  'people/import-faults.updateTakenEmails': does((a) => [linesImport(a)]),
  'people/import-faults.updateContradictions': does((a) => [linesImport(a), DAY]),
  'people/import-faults.updateCircle': does((a) => [
    linesImport(a),
    { externalIds: [a.row('importLines').externalId], fault: '["status"]' },
  ]),
  'people/import-faults.listChains': does((a) => [linesImport(a)]),

  'people/import-turns.listTurnNumbers': does((a) => [linesImport(a)]),
  'people/import-turns.listManagedPeople': does((a) => [linesImport(a)]),
  'people/import-turns.updateInTurn': does((a) => [linesImport(a), { pairs: [1, 2], because: 'manager' }]),
  'people/import-turns.updateCirclesInTurn': does((a) => [
    linesImport(a),
    [{ number: 1, fault: '["status"]' }],
  ]),

  'people/known-lines.listLinesLeft': does((a) => [
    a.row('importLines').importId,
    { today: DAY, stated: STATED, teams: new Map(), compare: true },
  ]),
  'people/known-lines.listFreshManagers': does((a) => [a.row('importLines').importId]),
  'people/known-lines.listStatedOccupations': does((a) => [a.row('importLines').importId]),
  'people/known-lines.updateOwnedLines': does((a) => [a.row('importLines').importId]),
  'people/known-lines.updateReleasedEmails': does((a) => [linesImport(a), [a.row('importLines').number]]),
  'people/known-lines.listAbsentPeople': reads(() => [NOBODY]),
  'people/known-lines.listManagersEver': finds((a) => [[a.row('employments').employeeId]]),
  'people/known-lines.countEmployees': finds(),

  'people/import-layouts.findLayout': finds((a) => [a.row('importLayouts').fingerprint]),
  'people/import-layouts.lockLayout': does((a) => [
    a.row('importLayouts').fingerprint,
    { columns: {}, days: 'iso', everybody: false },
  ]),
  'people/import-layouts.upsertLayout': does((a) => [
    a.row('importLayouts').fingerprint,
    { columns: {}, days: 'iso', everybody: false },
  ]),

  'people/table-columns.findTableColumns': does(() => [{ kind: 'positions', fingerprint: 'f' }]),
  'people/table-columns.upsertTableColumns': does(() => [
    { kind: 'positions', fingerprint: 'f' },
    { title: 1 },
  ]),

  'people/import-changes.insertImportChanges': does((a) => [
    a.row('imports').importId,
    [{ employeeId: a.row('employees').employeeId, before: '{}', afterHash: '' }],
  ]),
  'people/import-changes.listTouchedPeople': finds((a) => [a.row('importChanges').importId]),
  'people/import-changes.deleteImportChangesBefore': does(() => [new Date('2100-01-01')]),

  'people/restored-people.restorePeople': does((a) => [randomUUID(), [a.row('importChanges').employeeId]]),
  'people/restored-people.listPeopleReferredTo': finds((a) => [[a.row('employees').employeeId]]),
  'people/restored-people.listReportsOutside': finds((a) => [[a.row('employments').managerId], []]),
  'people/restored-people.listTeamsEverOfPeople': finds((a) => [[a.row('employments').employeeId]]),
  'people/restored-people.deleteMadePeople': does(() => [[randomUUID()]]),
};
