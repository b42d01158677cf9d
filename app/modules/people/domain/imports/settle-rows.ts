import type { DayText } from '~/shared/calendar-day';
import { quote } from '../cells';
import type { CheckedRow, KnownPerson } from '../check-employees';
import { cyclesAmong } from '../manager-cycles';
import { managerReason } from './all-faults';
import type { RowFault } from './row-fault';

interface Known {
  /** Who is in the organization already, by external id. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly today: DayText;
  /** Lines of rows that could not be read, by external id. */
  readonly unread: ReadonlyMap<string, number>;
}

export interface SettledRows<Row extends CheckedRow> {
  readonly good: readonly Row[];
  readonly rejected: readonly { readonly row: Row; readonly fault: RowFault }[];
  /** Good and rejected rows by external id. */
  readonly all: RowsById<Row>;
}

type Faults<Row> = Map<Row, RowFault>;
/** Rows by external id, the last one of each. */
type RowsById<Row> = ReadonlyMap<string, Row>;

/** What one round of checks looks at. */
interface Round<Row extends CheckedRow> extends Known {
  readonly rows: readonly Row[];
  readonly byId: RowsById<Row>;
  readonly faults: Faults<Row>;
}

/**
 * Which rows can be taken together, whatever their order: all rows of an id or an e-mail that stands twice are
 * rejected, all of the file in a circle of managers, and those whose manager nobody is. A rejection can leave others
 * without their manager: they are rejected too, until what is left stands by itself.
 */
export function settleRows<Row extends CheckedRow>(rows: readonly Row[], options: Known): SettledRows<Row> {
  const rejected: { row: Row; fault: RowFault }[] = [];
  const all = byExternalId(rows);
  let good = rows;
  for (;;) {
    const faults: Faults<Row> = new Map();
    const byId = good.length === rows.length ? all : byExternalId(good);
    const round = { ...options, rows: good, byId, faults };
    if (byId.size < good.length) repeatedIds(round);
    unknownManagers(round, all);
    repeatedEmails(round);
    circles(round);
    contradictions(round);
    if (faults.size === 0) return { good, rejected, all };
    for (const [row, fault] of faults) rejected.push({ row, fault });
    good = good.filter((row) => !faults.has(row));
  }
}

function byExternalId<Row extends CheckedRow>(rows: readonly Row[]): RowsById<Row> {
  const byId = new Map<string, Row>();
  for (const row of rows) byId.set(row.record.externalId, row);
  return byId;
}

function add<Row>(faults: Faults<Row>, row: Row, fault: RowFault): void {
  if (!faults.has(row)) faults.set(row, fault);
}

function repeatedIds<Row extends CheckedRow>({ rows, faults }: Round<Row>): void {
  for (const [row, other] of repeats(rows, ({ record }) => record.externalId))
    add(faults, row, {
      column: 'external_id',
      reason: `${quote(row.record.externalId)} is in line ${other.line} too.`,
    });
}

function repeatedEmails<Row extends CheckedRow>({ rows, byId, known, faults }: Round<Row>): void {
  for (const [row, other] of repeats(rows, ({ record }) => record.email?.toLowerCase()))
    add(faults, row, {
      column: 'email',
      reason: `${quote(row.record.email ?? '')} is in line ${other.line} too.`,
    });
  const owners = new Map<string, string>();
  for (const [externalId, { email }] of known)
    if (email !== null && !byId.has(externalId)) owners.set(email.toLowerCase(), externalId);
  if (owners.size === 0) return;
  for (const row of rows) {
    const owner = row.record.email === null ? undefined : owners.get(row.record.email.toLowerCase());
    if (owner !== undefined)
      add(faults, row, {
        column: 'email',
        reason: `${quote(row.record.email ?? '')} belongs to ${quote(owner)}, whom the file does not change.`,
      });
  }
}

/** @param all every row of the file, of rejected ones too. */
function unknownManagers<Row extends CheckedRow>(
  { rows, byId, known, unread, faults }: Round<Row>,
  all: RowsById<Row>,
): void {
  for (const row of rows) {
    const manager = row.record.managerExternalId;
    if (manager == null || byId.has(manager) || known.has(manager)) continue;
    const line = all.get(manager)?.line ?? unread.get(manager) ?? null;
    add(faults, row, { column: 'manager_external_id', reason: managerReason(manager, line) });
  }
}

function circles<Row extends CheckedRow>({ rows, byId, known, faults }: Round<Row>): void {
  // Where an id stands twice the last row that states a manager counts.
  const stated = byId.size < rows.length ? byExternalId(rows.filter(statesManager)) : byId;
  const managerOf = (id: string) => {
    const manager = stated.get(id)?.record.managerExternalId;
    return (manager === undefined ? known.get(id)?.managerExternalId : manager) ?? undefined;
  };
  for (const cycle of cyclesAmong(chain(known.keys(), byId.keys()), managerOf)) {
    const shown = cycle.length > 20 ? [...cycle.slice(0, 20), '…'] : cycle;
    const reason =
      cycle.length === 1
        ? `${quote(cycle[0] ?? '')} is their own manager.`
        : `the managers form a circle: ${[...shown, cycle[0]].join(' → ')}.`;
    for (const id of cycle) {
      const row = byId.get(id);
      if (row && statesManager(row)) add(faults, row, { column: 'manager_external_id', reason });
    }
  }
}

function statesManager({ record }: CheckedRow): boolean {
  return record.managerExternalId !== undefined;
}

function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

function contradictions<Row extends CheckedRow>({ rows, known, today, faults }: Round<Row>): void {
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
