import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/shared/calendar-day';
import { AVAILABILITIES, availabilityOf } from './availability';
import type { EmployeeState } from './employee-state';
import { takenBack } from './field-history';
import { occupationsOn } from './occupations-change';
import { type PersonChange, planPersonChange } from './person-change';
import { factsOn, type Timeline } from './timeline';

const FIRST = '2026-01-01';
const DAYS = 30;
const dayAt = (index: number) => addDays(FIRST, index);

const BEGINNING: EmployeeState = {
  externalId: 'E1',
  name: 'Ana',
  email: null,
  kind: 'employee',
  startedOn: FIRST,
  endedOn: null,
  employments: [
    {
      validFrom: FIRST,
      validTo: null,
      facts: {
        title: 'Guard',
        team: 'A',
        site: null,
        managerExternalId: null,
        status: 'active',
        available: true,
        absence: null,
      },
    },
  ],
  occupations: new Map(),
};

const codes = fc.uniqueArray(fc.constantFrom('33-9032.00', '11-9111.00', '43-4051.00'), { maxLength: 2 });
const change: fc.Arbitrary<PersonChange> = fc.oneof(
  fc.record({ title: fc.constantFrom('Guard', 'Head', 'Nurse') }),
  fc.record({ team: fc.constantFrom('A', 'B', 'A / C') }),
  fc.record({ site: fc.constantFrom(null, 'North') }),
  fc.record({ managerExternalId: fc.constantFrom(null, 'E2', 'E3') }),
  fc.record({ availability: fc.constantFrom(...AVAILABILITIES) }),
  fc.record({ status: fc.constantFrom('active' as const, 'leave' as const, 'left' as const) }),
  fc.record({ endedOn: fc.oneof(fc.constant(null), fc.nat(DAYS - 1).map(dayAt)) }),
  fc.record({
    occupations: codes.map((all) => all.map((soc) => ({ soc, roleBand: 2 as const, share: 50 }))),
  }),
  fc.record({ title: fc.constantFrom('Guard', 'Head'), team: fc.constantFrom('A', 'B') }),
);
const steps = fc.array(fc.tuple(fc.nat(DAYS - 1), change), { maxLength: 12 });

/** One day of the naive model: every value as text. */
type Day = Record<
  'title' | 'team' | 'site' | 'managerExternalId' | 'status' | 'availability' | 'occupations',
  string
>;

function model(all: readonly (readonly [number, PersonChange])[]): Day[] {
  const days: Day[] = Array.from({ length: DAYS }, () => ({
    title: 'Guard',
    team: 'A',
    site: 'null',
    managerExternalId: 'null',
    status: 'active',
    availability: 'available',
    occupations: '',
  }));
  for (const [from, stated] of all)
    for (const [field, value] of Object.entries(stated)) apply(days, from, field, value);
  return days;
}

function apply(days: Day[], from: number, field: string, value: unknown): void {
  if (field === 'endedOn') {
    leave(days, value === null ? null : days.findIndex((_, at) => dayAt(at) === value));
    return;
  }
  if (field === 'status' && value === 'left') {
    if (days[from]?.status !== 'left') leave(days, from);
    return;
  }
  const text =
    field === 'occupations'
      ? (value as { soc: string }[])
          .map(({ soc }) => soc)
          .sort()
          .join(' ')
      : String(value);
  const name = field as keyof Day;
  const was = days[from]?.[name];
  for (let at = from; at < DAYS && days[at]?.[name] === was; at += 1) (days[at] as Day)[name] = text;
}

function leave(days: Day[], on: number | null): void {
  let since = DAYS;
  while (since > 0 && days[since - 1]?.status === 'left') since -= 1;
  const before = days[since - 1]?.status ?? 'active';
  for (const day of days.slice(since)) day.status = before;
  if (on !== null) for (const day of days.slice(on)) day.status = 'left';
}

function read(state: EmployeeState): Day[] {
  return Array.from({ length: DAYS }, (_, at) => {
    const facts = factsOn(state.employments, dayAt(at));
    return {
      title: String(facts?.title),
      team: String(facts?.team),
      site: String(facts?.site),
      managerExternalId: String(facts?.managerExternalId),
      status: String(facts?.status),
      availability: String(facts && availabilityOf(facts)),
      occupations: [...occupationsOn(state.occupations, dayAt(at)).keys()].sort().join(' '),
    };
  });
}

function wellFormed(timeline: Timeline<object>, bounded: boolean): void {
  for (const [index, period] of timeline.entries()) {
    const next = timeline[index + 1];
    if (period.validTo !== null) expect(period.validFrom < period.validTo).toBe(true);
    if (next) expect(period.validTo !== null && period.validTo <= next.validFrom).toBe(true);
    if (next && period.validTo === next.validFrom) expect(period.facts).not.toEqual(next.facts);
  }
  if (bounded) expect(timeline.at(-1)?.validTo).toBeNull();
}

const run = (all: readonly (readonly [number, PersonChange])[], state = BEGINNING) =>
  all.reduce(
    (known, [from, stated]) =>
      planPersonChange(known, stated, { from: dayAt(from), confirmedBy: 'HR' }).after,
    state,
  );

describe('planPersonChange', () => {
  it('leaves well-formed periods that read as a model of single days does', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const state = run(all);
        wellFormed(state.employments, true);
        for (const timeline of state.occupations.values()) wellFormed(timeline, false);
        expect(read(state)).toEqual(model(all));
      }),
    );
  });

  it('tells a difference exactly when something differs, and nothing when it is done again', () => {
    fc.assert(
      fc.property(steps, fc.nat(DAYS - 1), change, (all, at, stated) => {
        const before = run(all);
        const options = { from: dayAt(at), confirmedBy: 'HR' };
        const first = planPersonChange(before, stated, options);
        expect(first.differences.length > 0).toBe(
          JSON.stringify(read(first.after)) !== JSON.stringify(read(before)) ||
            first.after.endedOn !== before.endedOn,
        );
        expect(planPersonChange(first.after, stated, options).differences).toEqual([]);
      }),
    );
  });

  it('takes a planned change back as if it had not been planned', () => {
    const planned = run([[10, { title: 'Head' }]]);
    const back = takenBack(planned, 'title', dayAt(10));
    expect(back).toEqual({ title: 'Guard' });
    expect(run([[10, back ?? {}]], planned)).toEqual(BEGINNING);
    const leaving = run([[12, { status: 'left' }]]);
    expect(leaving.endedOn).toBe(dayAt(12));
    const stays = takenBack(leaving, 'status', dayAt(12));
    expect(run([[12, stays ?? {}]], leaving)).toEqual(BEGINNING);
    expect(takenBack(planned, 'title', dayAt(11))).toBeNull();
  });

  it('keeps a known kind of absence where only "not available" is said', () => {
    const away = run([[3, { availability: 'under_notice' }]]);
    expect(run([[5, { available: false }]], away)).toEqual(away);
    expect(read(run([[5, { available: true }]], away))[6]?.availability).toBe('available');
  });

  it('moves the start, with what began on it', () => {
    const working = run([[0, { occupations: [{ soc: '33-9032.00', roleBand: 2, share: 100 }] }]]);
    const earlier = run([[0, { startedOn: '2025-06-01' }]], working);
    expect(earlier.employments[0]?.validFrom).toBe('2025-06-01');
    expect(earlier.occupations.get('33-9032.00')?.[0]?.validFrom).toBe('2025-06-01');
  });
});
