import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import type { KnownHorizon } from './horizon';
import { HORIZON_SOURCES } from './horizon';
import type { PositionRecord } from './position-row';
import type { RoleBand } from './role-band';

/** What a post is, beside who holds it. */
export interface PositionFacts {
  readonly title: string;
  readonly soc: string | null;
  readonly roleBand: RoleBand | null;
  readonly teamId: string;
  readonly siteId: string | null;
  readonly critical: boolean;
}

/** A post as it stands on the day. */
export interface KnownPosition extends PositionFacts {
  readonly positionId: string;
  readonly closedOn: DayText | null;
  readonly incumbentId: string | null;
  readonly horizon: KnownHorizon | null;
}

/** What the names of a file stand for. */
export interface PositionNames {
  /** By external id. */
  readonly positions: ReadonlyMap<string, KnownPosition>;
  /** By path. */
  readonly teams: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  /** By external id. */
  readonly people: ReadonlyMap<string, string>;
  /** Who may hold a post on the day: everybody who has come and not left. */
  readonly employed: ReadonlySet<string>;
  readonly today: DayText;
}

export interface PositionLine {
  /** "positions.csv:12". */
  readonly pointer: string;
  readonly record: PositionRecord;
}

/** One post that a file makes or changes. undefined: stays. */
export interface PlannedPosition {
  readonly pointer: string;
  readonly externalId: string;
  readonly before: KnownPosition | null;
  readonly facts: PositionFacts;
  readonly incumbentId: string | null | undefined;
  readonly horizon: KnownHorizon | null | undefined;
  /** Names of what differs; empty: nothing. */
  readonly fields: readonly string[];
}

export interface PositionPlan {
  readonly rows: readonly PlannedPosition[];
  readonly faults: readonly FieldError[];
}

class Refused extends Error {
  constructor(readonly detail: string) {
    super(detail);
  }
}

/**
 * What the rows of a file would do, and which cannot: unknown names, a post that is closed, a horizon without its
 * source, a person in two posts. Rows with a fault are left out of the rows; what remains can be applied by itself.
 */
export function planPositions(lines: readonly PositionLine[], names: PositionNames): PositionPlan {
  const faults: FieldError[] = [];
  const seen = new Set<string>();
  let rows = lines.flatMap(({ pointer, record }): PlannedPosition[] => {
    try {
      if (seen.has(record.externalId)) throw new Refused(`external_id: stands in an earlier row too.`);
      seen.add(record.externalId);
      return [planRow(record, pointer, names)];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push({ pointer, detail: error.detail });
      return [];
    }
  });
  for (let twice = inTwoPosts(rows, names); twice.size > 0; twice = inTwoPosts(rows, names)) {
    const detail = 'incumbent_external_id: the person holds another post, too; one at a time is kept.';
    const left = twice;
    for (const row of rows) if (left.has(row)) faults.push({ pointer: row.pointer, detail });
    rows = rows.filter((row) => !left.has(row));
  }
  return { rows, faults };
}

function planRow(record: PositionRecord, pointer: string, names: PositionNames): PlannedPosition {
  const before = names.positions.get(record.externalId) ?? null;
  if (before?.closedOn && before.closedOn <= names.today)
    throw new Refused(`external_id: this post is closed since ${before.closedOn}.`);
  const facts: PositionFacts = {
    title: record.title,
    soc: stated(record.soc, before?.soc),
    roleBand: stated(record.roleBand, before?.roleBand),
    teamId: known(names.teams, record.team, 'team: there is no such team'),
    siteId:
      typeof record.site === 'string'
        ? known(names.sites, record.site, 'site: there is no such site')
        : stated(record.site, before?.siteId),
    critical: record.critical ?? before?.critical ?? false,
  };
  const incumbentId = incumbentOf(record, before, names);
  const holder = incumbentId === undefined ? (before?.incumbentId ?? null) : incumbentId;
  const kept = incumbentId === undefined || incumbentId === before?.incumbentId;
  const horizon = horizonOf(record, { holder, known: kept ? (before?.horizon ?? null) : null });
  return {
    pointer,
    externalId: record.externalId,
    before,
    facts,
    incumbentId: incumbentId === (before?.incumbentId ?? null) ? undefined : incumbentId,
    horizon,
    fields: differing(before, { facts, incumbentId, horizon }),
  };
}

function incumbentOf(record: PositionRecord, before: KnownPosition | null, names: PositionNames) {
  const { incumbentExternalId: stated } = record;
  if (typeof stated !== 'string') return stated;
  const id = known(names.people, stated, 'incumbent_external_id: there is nobody with the number');
  if (id !== before?.incumbentId && !names.employed.has(id))
    throw new Refused('incumbent_external_id: the person is not employed on this day.');
  return id;
}

/** The horizon to store; undefined: it stays. */
function horizonOf(
  { horizon }: PositionRecord,
  { holder, known: current }: { readonly holder: string | null; readonly known: KnownHorizon | null },
): KnownHorizon | null | undefined {
  if (horizon === undefined) return undefined;
  if (horizon === null) return current === null ? undefined : null;
  if (holder === null) throw new Refused('horizon: belongs to an incumbent, and the post is vacant.');
  const source = horizon.source ?? (current?.horizon === horizon.horizon ? current.source : null);
  if (source === null) {
    const example = `${horizon.horizon}:${HORIZON_SOURCES[0]}`;
    throw new Refused(`horizon: needs its source, such as ${example} (${HORIZON_SOURCES.join(', ')}).`);
  }
  const same = current?.horizon === horizon.horizon && current.source === source;
  return same ? undefined : { horizon: horizon.horizon, source };
}

function differing(
  before: KnownPosition | null,
  { facts, incumbentId, horizon }: Pick<PlannedPosition, 'facts' | 'incumbentId' | 'horizon'>,
): string[] {
  const names = Object.keys(facts) as (keyof PositionFacts)[];
  const changed: string[] = names.filter((name) => before === null || before[name] !== facts[name]);
  if (incumbentId !== undefined && incumbentId !== (before?.incumbentId ?? null)) changed.push('incumbentId');
  if (horizon !== undefined) changed.push('horizon');
  return changed;
}

/** Rows that put a person into a post who afterwards holds another one as well. */
function inTwoPosts(rows: readonly PlannedPosition[], names: PositionNames): Set<PlannedPosition> {
  const holders = new Map<string, string | null>();
  for (const [externalId, position] of names.positions) holders.set(externalId, position.incumbentId);
  for (const row of rows) {
    if (row.incumbentId !== undefined) holders.set(row.externalId, row.incumbentId);
  }
  const counts = new Map<string, number>();
  for (const holder of holders.values()) if (holder) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  return new Set(rows.filter(({ incumbentId }) => incumbentId && (counts.get(incumbentId) ?? 0) > 1));
}

function stated<T>(value: T | null | undefined, before: T | null | undefined): T | null {
  return value === undefined ? (before ?? null) : value;
}

function known(ids: ReadonlyMap<string, string>, name: string, fault: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Refused(`${fault} ${JSON.stringify(name.slice(0, 100))}.`);
  return id;
}
