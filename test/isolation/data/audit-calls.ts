import { type DataCall, does, finds, reads } from './data-call';

/** Calls of the audit log; its rows of this world are one entry about the person, with a personal value. */
export const AUDIT_CALLS: Readonly<Record<string, DataCall>> = {
  'organizations/audit-entries.appendEntry': does(() => [
    { action: 'test.add', subjectKind: 'employee', subjectId: 'new', details: '{}', personal: [] },
  ]),
  'organizations/audit-entries.deletePersonalValues': finds((a) => [a.row('auditPersonalValues').personId]),
  'organizations/audit-entries.listEntries': reads(() => [{ zone: 'UTC' }, { limit: 10 }]),
  'organizations/audit-entries.findHead': finds(),
  'organizations/audit-entries.findLastView': finds((a) => [a.row('auditEntries').action]),
  'organizations/audit-entries.listSignInsTaken': finds((a) => [a.row('auditPersonalValues').personId]),
  'organizations/audit-entries.listViewsOf': reads((a) => [
    [a.row('auditEntries').subjectId],
    { action: a.row('auditEntries').action, before: 1_000, limit: 10 },
  ]),
  'organizations/audit-entries.listPersonalValues': reads(() => [[1, 2]]),
};
