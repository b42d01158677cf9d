import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import { quote } from './cells';
import type { EmployeeRecord } from './employee-row';
import { managerCycles } from './manager-cycles';

export interface CheckedRow {
  readonly line: number;
  readonly record: EmployeeRecord;
}

/** What the checks need of the people who are in the organization already, by external id. */
export interface KnownPerson {
  readonly email: string | null;
  readonly managerExternalId: string | null;
  readonly startedOn: DayText | null;
}

export interface CheckOptions {
  readonly file: string;
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly today: DayText;
  /** What e-mails are compared by. */
  readonly emailKey: (email: string) => string;
}

/**
 * What is wrong with the file as a whole, in the order of its rows: people and e-mails that occur twice, managers
 * that nobody knows, circles of managers, leaving days that contradict the start or the status.
 */
export function checkEmployees(rows: readonly CheckedRow[], options: CheckOptions): FieldError[] {
  const faults = [
    ...repeatedIds(rows),
    ...repeatedEmails(rows, options),
    ...unknownManagers(rows, options),
    ...circles(rows, options),
    ...contradictions(rows, options),
  ];
  return faults
    .sort((a, b) => a.line - b.line)
    .map(({ line, detail }) => ({ pointer: `${options.file}:${line}`, detail }));
}

interface Fault {
  readonly line: number;
  readonly detail: string;
}

function repeatedIds(rows: readonly CheckedRow[]): Fault[] {
  return repeats(rows, (row) => row.record.externalId).map(({ row, first }) => ({
    line: row.line,
    detail: `external_id: ${quote(row.record.externalId)} is in line ${first.line} too.`,
  }));
}

function repeatedEmails(rows: readonly CheckedRow[], { known, emailKey }: CheckOptions): Fault[] {
  const inFile = repeats(rows, ({ record: { email } }) => (email === null ? null : emailKey(email))).map(
    ({ row, first }) => ({
      line: row.line,
      detail: `email: ${quote(row.record.email ?? '')} is in line ${first.line} too.`,
    }),
  );
  const rowIds = new Set(rows.map((row) => row.record.externalId));
  const owners = new Map<string, string>();
  for (const [externalId, person] of known) {
    if (person.email !== null && !rowIds.has(externalId)) owners.set(emailKey(person.email), externalId);
  }
  const taken = rows.flatMap(({ line, record }) => {
    const owner = record.email === null ? undefined : owners.get(emailKey(record.email));
    if (owner === undefined) return [];
    return [
      {
        line,
        detail: `email: ${quote(record.email ?? '')} belongs to ${quote(owner)}, who is not in the file.`,
      },
    ];
  });
  return [...inFile, ...taken];
}

function unknownManagers(rows: readonly CheckedRow[], { known }: CheckOptions): Fault[] {
  const ids = new Set(rows.map((row) => row.record.externalId));
  return rows.flatMap(({ line, record }) => {
    const manager = record.managerExternalId;
    if (manager == null || ids.has(manager) || known.has(manager)) return [];
    return [{ line, detail: `manager_external_id: nobody has the id ${quote(manager)}.` }];
  });
}

/** Circles among all people, those of the file with the managers that it states. */
function circles(rows: readonly CheckedRow[], { known }: CheckOptions): Fault[] {
  const managerOf = new Map<string, string>();
  for (const [externalId, person] of known) {
    if (person.managerExternalId !== null) managerOf.set(externalId, person.managerExternalId);
  }
  const lines = new Map<string, number>();
  for (const { line, record } of rows) {
    lines.set(record.externalId, line);
    if (record.managerExternalId === null) managerOf.delete(record.externalId);
    else if (record.managerExternalId !== undefined)
      managerOf.set(record.externalId, record.managerExternalId);
  }
  return managerCycles(managerOf).flatMap((cycle) => {
    const line = Math.min(...cycle.map((id) => lines.get(id) ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(line)) return [];
    const shown = cycle.length > 20 ? [...cycle.slice(0, 20), '…'] : cycle;
    const detail =
      cycle.length === 1
        ? `manager_external_id: ${quote(cycle[0] ?? '')} is their own manager.`
        : `manager_external_id: the managers form a circle: ${[...shown, cycle[0]].join(' → ')}.`;
    return [{ line, detail }];
  });
}

function contradictions(rows: readonly CheckedRow[], { known, today }: CheckOptions): Fault[] {
  return rows.flatMap(({ line, record }) => {
    const ended = record.endedOn;
    if (!ended) return [];
    const started = record.startedOn ?? known.get(record.externalId)?.startedOn;
    if (started && ended < started)
      return [{ line, detail: `ended_on: ${quote(ended)} is before the start ${quote(started)}.` }];
    if (record.status && record.status !== 'left' && ended < today)
      return [{ line, detail: `status: ${record.status}, but ended_on ${quote(ended)} has passed.` }];
    return [];
  });
}

function repeats(
  rows: readonly CheckedRow[],
  keyOf: (row: CheckedRow) => string | null | undefined,
): { readonly row: CheckedRow; readonly first: CheckedRow }[] {
  const firsts = new Map<string, CheckedRow>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    if (key == null) return [];
    const first = firsts.get(key);
    if (first) return [{ row, first }];
    firsts.set(key, row);
    return [];
  });
}
