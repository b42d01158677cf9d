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

const rangeOf = (a: NamedRows) => {
  const { employeeId } = a.row('employees');
  return { first: employeeId, last: employeeId };
};

/** Calls of the module people about imports of files. */
export const IMPORT_CALLS: Readonly<Record<string, DataCall>> = {
  'people/imports.insertImport': does(() => [{ ...NEW_IMPORT, importId: randomUUID() }]),
  'people/imports.findImport': finds((a) => [a.row('imports').importId]),
  'people/imports.lockImport': finds((a) => [a.row('imports').importId]),
  'people/imports.listImportRowsNewest': finds((a) => [[a.row('imports').kind], 10]),
  'people/imports.findLastApplied': does(),
  'people/imports.updateImport': does((a) => [a.row('imports').importId, { state: 'planned' }]),
  'people/imports.updateWithoutHeaders': does(),

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

  'people/present-people.listPersonLines': reads((a) => [rangeOf(a)]),
  'people/present-people.listEmploymentLines': finds((a) => [rangeOf(a), DAY]),
  'people/present-people.listHeldLines': finds((a) => [rangeOf(a)]),

  'people/import-layouts.findLayout': finds((a) => [a.row('importLayouts').fingerprint]),
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
