import type { DayText } from '~/shared/calendar-day';
import { quote } from '../cells';
import type { CheckedRow, KnownPerson } from '../check-employees';
import { managerCycles } from '../manager-cycles';
import type { RowFault } from './row-fault';

interface Known {
  /** Who is in the organization already, by external id. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly today: DayText;
}

export interface SettledRows<Row extends CheckedRow> {
  readonly good: readonly Row[];
  readonly rejected: readonly { readonly row: Row; readonly fault: RowFault }[];
}

type Faults<Row> = Map<Row, RowFault>;

/**
 * Which rows can be taken together, whatever their order: all rows of an id or an e-mail that stands twice are
 * rejected, all of the file in a circle of managers, and those whose manager nobody is. A rejection can leave others
 * without their manager: they are rejected too, until what is left stands by itself.
 */
export function settleRows<Row extends CheckedRow>(rows: readonly Row[], options: Known): SettledRows<Row> {
  const rejected: { row: Row; fault: RowFault }[] = [];
  let good = rows;
  for (;;) {
    const faults: Faults<Row> = new Map();
    repeatedIds(good, faults);
    unknownManagers(good, { ...options, all: rows }, faults);
    repeatedEmails(good, options, faults);
    circles(good, options, faults);
    contradictions(good, options, faults);
    if (faults.size === 0) return { good, rejected };
    for (const [row, fault] of faults) rejected.push({ row, fault });
    good = good.filter((row) => !faults.has(row));
  }
}

function add<Row>(faults: Faults<Row>, row: Row, fault: RowFault): void {
  if (!faults.has(row)) faults.set(row, fault);
}

function repeatedIds<Row extends CheckedRow>(rows: readonly Row[], faults: Faults<Row>): void {
  for (const [row, other] of repeats(rows, ({ record }) => record.externalId))
    add(faults, row, {
      column: 'external_id',
      reason: `${quote(row.record.externalId)} is in line ${other.line} too.`,
    });
}

function repeatedEmails<Row extends CheckedRow>(
  rows: readonly Row[],
  { known }: Known,
  faults: Faults<Row>,
): void {
  for (const [row, other] of repeats(rows, ({ record }) => record.email?.toLowerCase()))
    add(faults, row, {
      column: 'email',
      reason: `${quote(row.record.email ?? '')} is in line ${other.line} too.`,
    });
  const inFile = new Set(rows.map(({ record }) => record.externalId));
  const owners = new Map<string, string>();
  for (const [externalId, { email }] of known)
    if (email !== null && !inFile.has(externalId)) owners.set(email.toLowerCase(), externalId);
  for (const row of rows) {
    const owner = row.record.email === null ? undefined : owners.get(row.record.email.toLowerCase());
    if (owner !== undefined)
      add(faults, row, {
        column: 'email',
        reason: `${quote(row.record.email ?? '')} belongs to ${quote(owner)}, whom the file does not change.`,
      });
  }
}

function unknownManagers<Row extends CheckedRow>(
  rows: readonly Row[],
  { known, all }: Known & { readonly all: readonly Row[] },
  faults: Faults<Row>,
): void {
  const ids = new Set(rows.map(({ record }) => record.externalId));
  const inFile = rows.length === all.length ? ids : new Set(all.map(({ record }) => record.externalId));
  for (const row of rows) {
    const manager = row.record.managerExternalId;
    if (manager == null || ids.has(manager) || known.has(manager)) continue;
    const reason = inFile.has(manager)
      ? `the row of ${quote(manager)} is rejected, and nobody else has this id.`
      : `nobody has the id ${quote(manager)}.`;
    add(faults, row, { column: 'manager_external_id', reason });
  }
}

function circles<Row extends CheckedRow>(rows: readonly Row[], { known }: Known, faults: Faults<Row>): void {
  const managerOf = new Map<string, string>();
  for (const [externalId, { managerExternalId }] of known)
    if (managerExternalId !== null) managerOf.set(externalId, managerExternalId);
  const rowOf = new Map<string, Row>();
  for (const row of rows) {
    const { externalId, managerExternalId } = row.record;
    rowOf.set(externalId, row);
    if (managerExternalId === null) managerOf.delete(externalId);
    else if (managerExternalId !== undefined) managerOf.set(externalId, managerExternalId);
  }
  for (const cycle of managerCycles(managerOf)) {
    const shown = cycle.length > 20 ? [...cycle.slice(0, 20), '…'] : cycle;
    const reason =
      cycle.length === 1
        ? `${quote(cycle[0] ?? '')} is their own manager.`
        : `the managers form a circle: ${[...shown, cycle[0]].join(' → ')}.`;
    for (const id of cycle) {
      const row = rowOf.get(id);
      if (row && row.record.managerExternalId !== undefined)
        add(faults, row, { column: 'manager_external_id', reason });
    }
  }
}

function contradictions<Row extends CheckedRow>(
  rows: readonly Row[],
  { known, today }: Known,
  faults: Faults<Row>,
): void {
  for (const row of rows) {
    const { endedOn, startedOn, externalId, status } = row.record;
    if (!endedOn) continue;
    const started = startedOn ?? known.get(externalId)?.startedOn;
    if (started && endedOn < started)
      add(faults, row, {
        column: 'ended_on',
        reason: `${quote(endedOn)} is before the start ${quote(started)}.`,
      });
    else if (status && status !== 'left' && endedOn < today)
      add(faults, row, {
        column: 'status',
        reason: `${status}, but the day of leaving ${quote(endedOn)} has passed.`,
      });
  }
}

/** Each row whose key another row has, with that other row. */
function* repeats<Row extends CheckedRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null | undefined,
): Generator<readonly [Row, Row]> {
  const firsts = new Map<string, Row>();
  const told = new Set<Row>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key == null) continue;
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, row);
      continue;
    }
    if (!told.has(first)) yield [first, row];
    told.add(first);
    yield [row, first];
  }
}
