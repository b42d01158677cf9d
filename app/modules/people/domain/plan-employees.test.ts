import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEmployees, type KnownPerson } from './check-employees';
import type { EmployeeRecord } from './employee-row';
import type { EmployeeState } from './employee-state';
import { type EmployeesPlan, planEmployees } from './plan-employees';

const RECORD: EmployeeRecord = {
  externalId: 'E1',
  name: 'Ada Berg',
  email: null,
  title: 'Guard',
  team: 'Sites / North',
  managerExternalId: null,
  site: null,
  occupations: [{ soc: '33-9032.00', share: 100 }],
  roleBand: 2,
  startedOn: '2024-02-01',
  endedOn: null,
  status: 'active',
  kind: 'employee',
  available: true,
};

function apply(states: ReadonlyMap<string, EmployeeState>, plan: EmployeesPlan): Map<string, EmployeeState> {
  const result = new Map(states);
  for (const change of [...plan.created, ...plan.changed]) result.set(change.after.externalId, change.after);
  return result;
}

/** The state of E1 after files of one row each, imported on their days. */
function stateAfter(...imports: [today: string, change: Partial<EmployeeRecord>][]): EmployeeState {
  let states = new Map<string, EmployeeState>();
  for (const [today, change] of imports) {
    const plan = planEmployees([{ ...RECORD, ...change }], { states, today, importedBy: 'HR' });
    states = apply(states, plan);
  }
  const state = states.get('E1');
  if (!state) throw new Error('no state');
  return state;
}

const periods = (state: EmployeeState) =>
  state.employments.map(
    (period) => `${period.validFrom} ${period.validTo} ${period.facts.title} ${period.facts.status}`,
  );

describe('planEmployees', () => {
  it('begins a new person on the start, today when it is not stated', () => {
    expect(periods(stateAfter(['2026-11-21', {}]))).toEqual(['2024-02-01 null Guard active']);
    expect(periods(stateAfter(['2026-11-21', { startedOn: undefined }]))).toEqual([
      '2026-11-21 null Guard active',
    ]);
    expect(periods(stateAfter(['2026-11-21', { startedOn: '2027-01-01' }]))).toEqual([
      '2027-01-01 null Guard active',
    ]);
  });

  it('keeps the known kind of absence while the file says "not available"', () => {
    const state = stateAfter(['2026-11-21', { available: false }]);
    const away = state.employments.map((period) => ({
      ...period,
      facts: { ...period.facts, absence: 'long_absence' as const },
    }));
    const again = (record: Partial<EmployeeRecord>) =>
      planEmployees([{ ...RECORD, ...record }], {
        states: new Map([['E1', { ...state, employments: away }]]),
        today: '2026-11-23',
        importedBy: 'HR',
      });
    expect(again({ available: false })).toMatchObject({ changed: [], unchanged: 1 });
    expect(again({ available: undefined })).toMatchObject({ changed: [], unchanged: 1 });
    const back = again({ available: true }).changed[0];
    expect(back?.after.employments.at(-1)?.facts).toMatchObject({ available: true, absence: null });
    expect(back?.differences.map(({ field }) => field)).toEqual(['available', 'absence']);
  });

  it('holds a change from today, and replaces what was stated earlier on the same day', () => {
    const state = stateAfter(
      ['2026-01-10', {}],
      ['2026-03-01', { title: 'Wrong' }],
      ['2026-03-01', { title: 'Shift lead', roleBand: 3 }],
    );
    expect(periods(state)).toEqual([
      '2024-02-01 2026-03-01 Guard active',
      '2026-03-01 null Shift lead active',
    ]);
    expect(
      state.occupations.get('33-9032.00')?.map((period) => [period.validFrom, period.facts.roleBand]),
    ).toEqual([
      ['2024-02-01', 2],
      ['2026-03-01', 3],
    ]);
    const undone = stateAfter(['2026-01-10', {}], ['2026-03-01', { title: 'Wrong' }], ['2026-03-01', {}]);
    expect(periods(undone)).toEqual(['2024-02-01 null Guard active']);
  });

  it('records who left from the leaving day, and keeps the day when it is read again', () => {
    expect(periods(stateAfter(['2026-11-21', { status: 'left', endedOn: '2026-10-01' }]))).toEqual([
      '2024-02-01 2026-10-01 Guard active',
      '2026-10-01 null Guard left',
    ]);
    expect(
      periods(
        stateAfter(
          ['2026-01-10', {}],
          ['2026-02-01', { status: 'left' }],
          ['2026-03-01', { status: 'left' }],
        ),
      ),
    ).toEqual(['2024-02-01 2026-02-01 Guard active', '2026-02-01 null Guard left']);
    const later = stateAfter(
      ['2026-05-01', { status: 'left', endedOn: '2026-02-01' }],
      ['2026-05-02', { status: 'left', endedOn: '2026-04-01' }],
    );
    expect(periods(later)).toEqual(['2024-02-01 2026-04-01 Guard active', '2026-04-01 null Guard left']);
  });

  it('plans a leaving day that lies ahead, and takes it back when the file does', () => {
    const planned: Partial<EmployeeRecord> = { endedOn: '2026-12-31' };
    expect(periods(stateAfter(['2026-11-21', planned]))).toEqual([
      '2024-02-01 2026-12-31 Guard active',
      '2026-12-31 null Guard left',
    ]);
    expect(periods(stateAfter(['2026-11-21', planned], ['2026-11-22', {}]))).toEqual([
      '2024-02-01 null Guard active',
    ]);
  });

  it('keeps the history of someone who returns', () => {
    const state = stateAfter(
      ['2026-01-10', { status: 'left', endedOn: '2025-06-30' }],
      ['2026-11-21', { startedOn: '2026-11-01' }],
    );
    expect(periods(state)).toEqual([
      '2024-02-01 2025-06-30 Guard active',
      '2025-06-30 2026-11-01 Guard left',
      '2026-11-01 null Guard active',
    ]);
    expect([state.startedOn, state.endedOn]).toEqual(['2026-11-01', null]);
  });

  it('moves the first day when the start is corrected', () => {
    const state = stateAfter(['2026-01-10', {}], ['2026-02-01', { startedOn: '2023-05-01' }]);
    expect(periods(state)).toEqual(['2023-05-01 null Guard active']);
    expect(state.occupations.get('33-9032.00')?.[0]?.validFrom).toBe('2023-05-01');
  });

  it('keeps what the file does not state', () => {
    const silent = {
      managerExternalId: undefined,
      site: undefined,
      occupations: undefined,
      roleBand: undefined,
      startedOn: undefined,
      endedOn: undefined,
      status: undefined,
      kind: undefined,
      available: undefined,
    };
    const full: Partial<EmployeeRecord> = {
      status: 'leave',
      site: 'Harbour',
      managerExternalId: 'E2',
      kind: 'agency',
    };
    expect(stateAfter(['2026-01-10', full], ['2026-02-01', silent])).toEqual(
      stateAfter(['2026-01-10', full]),
    );
  });

  it('says field by field what changes, and whether figures do', () => {
    const states = new Map([['E1', stateAfter(['2026-01-10', {}])]]);
    const plan = (change: Partial<EmployeeRecord>) =>
      planEmployees([{ ...RECORD, ...change }], { states, today: '2026-02-01', importedBy: 'HR' }).changed[0];
    expect(plan({ title: 'Lead', email: 'a@b.example' })).toMatchObject({
      differences: [
        { field: 'email', from: null, to: 'a@b.example' },
        { field: 'title', from: 'Guard', to: 'Lead' },
      ],
      figuresChange: false,
    });
    expect(plan({ team: 'Sites' })?.figuresChange).toBe(true);
    expect(plan({ available: false })?.figuresChange).toBe(true);
    expect(plan({ occupations: [{ soc: '33-9032.00', share: 60 }] })?.figuresChange).toBe(true);
  });
});

function knownOf(states: ReadonlyMap<string, EmployeeState>): Map<string, KnownPerson> {
  const manager: KnownPerson = { email: null, managerExternalId: null, startedOn: null };
  return new Map([
    ['E2', manager],
    ...[...states].map(([id, state]) => [id, { ...manager, startedOn: state.startedOn }] as const),
  ]);
}

const day = fc.constantFrom('2025-06-01', '2026-01-10', '2026-02-01', '2026-03-01', '2026-06-01');
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const record: fc.Arbitrary<EmployeeRecord> = fc.record({
  externalId: fc.constant('E1'),
  name: fc.constantFrom('Ada', 'Ben'),
  email: fc.constantFrom(null, 'a@b.example'),
  title: fc.constantFrom('Guard', 'Lead'),
  team: fc.constantFrom('A', 'A / B'),
  managerExternalId: maybe(fc.constantFrom(null, 'E2')),
  site: maybe(fc.constantFrom(null, 'S')),
  occupations: maybe(
    fc.constantFrom(
      [{ soc: '33-9032.00', share: 100 }],
      [
        { soc: '33-1091.00', share: 40 },
        { soc: '33-9032.00', share: 60 },
      ],
    ),
  ),
  roleBand: maybe(fc.constantFrom(1 as const, 3 as const)),
  startedOn: maybe(day),
  endedOn: maybe(fc.option(day)),
  status: maybe(fc.constantFrom(null, 'active' as const, 'leave' as const, 'left' as const)),
  kind: maybe(fc.constantFrom('employee' as const, 'agency' as const)),
  available: maybe(fc.boolean()),
});

describe('planEmployees over any history', () => {
  it('is idempotent, and leaves well-formed periods', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, record), { minLength: 1, maxLength: 5 }), (imports) => {
        let states = new Map<string, EmployeeState>();
        for (const [today, row] of imports.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
          const options = { today, importedBy: 'HR' };
          const checked = {
            file: 'x.csv',
            known: knownOf(states),
            today,
            emailKey: (email: string) => email,
          };
          if (checkEmployees([{ line: 2, record: row }], checked).length > 0) continue;
          states = apply(states, planEmployees([row], { ...options, states }));
          const again = planEmployees([row], { ...options, states });
          expect(again.changed.map((change) => change.differences)).toEqual([]);
          expect(again.unchanged).toBe(1);
          const employments = states.get('E1')?.employments ?? [];
          expect(employments.length).toBeGreaterThan(0);
          for (const [index, period] of employments.entries()) {
            expect(period.validTo === null || period.validTo > period.validFrom).toBe(true);
            const next = employments[index + 1];
            expect(period.validTo).toBe(next ? next.validFrom : null);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
