import { addDays, type DayText } from '~/shared/calendar-day';
import type { EmployeeRecord, EmploymentStatus } from './employee-row';
import { type EmployeeState, type EmploymentFacts, sameEmployment } from './employee-state';
import {
  factsOn,
  laterDay,
  mapBetween,
  mapFrom,
  merged,
  moveStart,
  replaceFrom,
  type Timeline,
} from './timeline';

export interface EmploymentPlan {
  readonly startedOn: DayText | null;
  readonly endedOn: DayText | null;
  readonly employments: Timeline<EmploymentFacts>;
  /** The day from which the row's facts hold. */
  readonly from: DayText;
}

/**
 * The employment that a row states, as periods. A new person's begins on the start (not stated: today); later
 * changes hold from today, or from a start that lies ahead; a return after leaving holds from its stated start.
 * `left` holds from the leaving day (not stated: today, and stays where it was), a leaving day ahead is planned. Each
 * fact holds until the next day on which it was to change anyway: what the row agrees with leaves all plans as they are.
 */
export function planEmployment(
  record: EmployeeRecord,
  state: EmployeeState | undefined,
  today: DayText,
): EmploymentPlan {
  const known = state?.employments ?? [];
  const status = statusOf(record, known, today);
  const left = leavingDay(record, known, { status, today });
  const startedOn = record.startedOn ?? state?.startedOn ?? null;
  const moved = record.startedOn !== undefined && record.startedOn !== (state?.startedOn ?? null);
  const leftOn = leftSince(known, today);
  const returns = moved && status !== 'left' && leftOn !== null && (record.startedOn ?? '') >= leftOn;
  const from = effectiveDay(record, { known, today, returns, left });
  const begun = moved && !returns && record.startedOn ? moveStart(known, record.startedOn) : known;
  const base = status === 'left' && left !== null ? stayUntil(begun, left) : begun;
  const current = factsOn(base, from) ?? base.at(-1)?.facts;
  const working = status === 'left' ? workingStatus(current?.status) : status;
  const available = record.available ?? current?.available ?? true;
  const facts: EmploymentFacts = {
    title: record.title,
    team: record.team,
    site: record.site === undefined ? (current?.site ?? null) : record.site,
    managerExternalId:
      record.managerExternalId === undefined
        ? (current?.managerExternalId ?? null)
        : record.managerExternalId,
    status: status === 'left' && left !== null && left <= from ? 'left' : working,
    available,
    absence: available ? null : (current?.absence ?? null),
  };
  const stated = stateFrom(base, { from, facts }, today);
  const employments = settleLeaving(stated, record, { from, left, status });
  return { startedOn, endedOn: endOf(record, state, { status, today }), employments, from };
}

type Fact = Exclude<keyof EmploymentFacts, 'absence'>;
const FACTS: readonly Fact[] = ['title', 'team', 'site', 'managerExternalId', 'status', 'available'];

/** The facts from a day, each until it is to change after today; of a person without any on that day, for good. */
function stateFrom(
  timeline: Timeline<EmploymentFacts>,
  { from, facts }: { readonly from: DayText; readonly facts: EmploymentFacts },
  today: DayText,
): Timeline<EmploymentFacts> {
  const last = laterDay(from, today);
  const current = factsOn(timeline, last);
  if (factsOn(timeline, from) === undefined || current === undefined)
    return replaceFrom(timeline, { from, facts }, sameEmployment);
  const stateOne = (known: Timeline<EmploymentFacts>, field: Fact) => {
    const next = timeline.find((period) => period.validFrom > last && period.facts[field] !== current[field]);
    const apply = (period: EmploymentFacts): EmploymentFacts => {
      const stated = { ...period, [field]: facts[field] };
      return stated.available ? { ...stated, absence: null } : stated;
    };
    return mapBetween(known, { from, to: next?.validFrom ?? null, apply }, sameEmployment);
  };
  // From today until it is to change a fact is everywhere the same: one that the row agrees with changes nothing.
  const others = from === last ? FACTS.filter((field) => facts[field] !== current[field]) : FACTS;
  return merged(others.reduce(stateOne, timeline), sameEmployment);
}

/** The periods with the leaving that the row states; one that it says nothing of, or agrees with, stays as planned. */
function settleLeaving(
  timeline: Timeline<EmploymentFacts>,
  { endedOn }: EmployeeRecord,
  now: { readonly from: DayText; readonly left: DayText | null; readonly status: EmploymentStatus },
): Timeline<EmploymentFacts> {
  const { from, left, status } = now;
  if (endedOn === undefined && status !== 'left') return timeline;
  if (left !== null && leftSince(timeline, laterDay(left, from)) === left) return timeline;
  const apply = (facts: EmploymentFacts): EmploymentFacts =>
    facts.status === 'left' ? { ...facts, status: 'active' } : facts;
  const staying = mapFrom(timeline, { from, apply }, sameEmployment);
  return left === null ? staying : leave(staying, left);
}

/** Stated, or derived: left when the leaving day has come, else what is known, else active. */
function statusOf(
  record: EmployeeRecord,
  known: Timeline<EmploymentFacts>,
  today: DayText,
): EmploymentStatus {
  if (record.status) return record.status;
  if (record.endedOn && record.endedOn <= today) return 'left';
  if (record.status === null) return 'active';
  return (factsOn(known, today) ?? known.at(0)?.facts)?.status ?? 'active';
}

/** The day from which the person has left, or null while no leaving is known. */
function leavingDay(
  record: EmployeeRecord,
  known: Timeline<EmploymentFacts>,
  now: { readonly status: EmploymentStatus; readonly today: DayText },
): DayText | null {
  if (record.endedOn) return record.endedOn;
  if (now.status === 'left') return leftSince(known, now.today) ?? now.today;
  if (record.endedOn !== undefined) return null;
  const leaves = known.find(
    (period, index) =>
      period.validFrom > now.today &&
      period.facts.status === 'left' &&
      known[index - 1]?.facts.status !== 'left',
  );
  return leaves?.validFrom ?? null;
}

/** The first day of the unbroken time of having left that includes the day, or null. */
function leftSince(known: Timeline<EmploymentFacts>, day: DayText): DayText | null {
  let since: DayText | null = null;
  for (const period of known) {
    if (period.validFrom > day) break;
    if (period.facts.status !== 'left') since = null;
    else since ??= period.validFrom;
  }
  return since;
}

function effectiveDay(
  record: EmployeeRecord,
  now: {
    readonly known: Timeline<EmploymentFacts>;
    readonly today: DayText;
    readonly returns: boolean;
    readonly left: DayText | null;
  },
): DayText {
  const stated = record.startedOn;
  const first = now.known.at(0)?.validFrom;
  if (first === undefined)
    return stated ?? (now.left !== null && now.left < now.today ? now.left : now.today);
  if (now.returns && stated !== undefined) return stated;
  const start = stated ?? first;
  return laterDay(start, now.today);
}

function workingStatus(status: EmploymentStatus | undefined): EmploymentStatus {
  return status === 'leave' ? 'leave' : 'active';
}

function leave(timeline: Timeline<EmploymentFacts>, day: DayText): Timeline<EmploymentFacts> {
  const apply = (facts: EmploymentFacts): EmploymentFacts => ({ ...facts, status: 'left' });
  return mapFrom(timeline, { from: day, apply }, sameEmployment);
}

/** The timeline with the time of having left that reaches the day taken back: active until then. */
function stayUntil(timeline: Timeline<EmploymentFacts>, day: DayText): Timeline<EmploymentFacts> {
  const since = leftSince(timeline, addDays(day, -1));
  if (since === null) return timeline;
  const apply = (facts: EmploymentFacts): EmploymentFacts => ({ ...facts, status: 'active' });
  return mapFrom(timeline, { from: since, apply }, sameEmployment);
}

/** The leaving day to keep: stated, else known; a past one does not hold for someone who works again. */
function endOf(
  record: EmployeeRecord,
  state: EmployeeState | undefined,
  now: { readonly status: EmploymentStatus; readonly today: DayText },
): DayText | null {
  if (record.endedOn !== undefined) return record.endedOn;
  const known = state?.endedOn ?? null;
  return now.status !== 'left' && known !== null && known <= now.today ? null : known;
}
