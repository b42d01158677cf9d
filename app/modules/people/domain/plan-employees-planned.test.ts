import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmployeeRecord } from './employee-row';
import type { EmployeeState } from './employee-state';
import { keepFields } from './imports/keep-fields';
import { planPersonChange } from './person-change';
import { planEmployees } from './plan-employees';
import { factsOn } from './timeline';

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

/** The state of E1 after a file with one row. */
function stateAfter([today, change]: [today: string, change: Partial<EmployeeRecord>]): EmployeeState {
  const plan = planEmployees([{ ...RECORD, ...change }], { states: new Map(), today, importedBy: 'HR' });
  const state = plan.created[0]?.after;
  if (!state) throw new Error('no state');
  return state;
}

const periods = (state: EmployeeState) =>
  state.employments.map(
    (period) => `${period.validFrom} ${period.validTo} ${period.facts.title} ${period.facts.status}`,
  );
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const stated: fc.Arbitrary<Partial<EmployeeRecord>> = fc.record({
  title: fc.constantFrom('Guard', 'Lead'),
  team: fc.constantFrom('A', 'A / B'),
  managerExternalId: maybe(fc.constantFrom(null, 'E2')),
  site: maybe(fc.constantFrom(null, 'S')),
  roleBand: maybe(fc.constantFrom(1 as const, 3 as const)),
  available: maybe(fc.boolean()),
});
const planned = fc.record(
  {
    team: fc.constantFrom('A', 'A / B', 'C'),
    title: fc.constantFrom('Guard', 'Lead'),
    site: fc.constantFrom(null, 'S'),
    managerExternalId: fc.constantFrom(null, 'E2'),
    availability: fc.constantFrom('available' as const, 'long_absence' as const),
    status: fc.constantFrom('active' as const, 'leave' as const, 'left' as const),
    occupations: fc.constantFrom([{ soc: '33-9032.00', share: 50 }], [{ soc: '33-1091.00', share: 100 }]),
  },
  { requiredKeys: [] },
);
const ahead = fc.constantFrom('2026-02-01', '2026-03-01', '2026-06-01');

/** What is true of the person on the day, as a file from another program states it. */
function rowOf(state: EmployeeState, today: string): EmployeeRecord | null {
  const facts = factsOn(state.employments, today);
  if (!facts) return null;
  const { absence: _absence, ...stated } = facts;
  const held = [...state.occupations].flatMap(([soc, timeline]) => {
    const one = factsOn(timeline, today);
    return one ? [{ soc, share: one.share }] : [];
  });
  return {
    ...stated,
    externalId: state.externalId,
    name: state.name,
    email: state.email,
    kind: state.kind,
    startedOn: state.startedOn ?? undefined,
    endedOn: state.endedOn ?? undefined,
    roleBand: undefined,
    occupations: held.length > 0 ? held : undefined,
  };
}

describe('what is planned by hand', () => {
  it('leaves what is planned: a row that agrees with today changes nothing, another one until then', () => {
    const state = stateAfter(['2026-01-10', { endedOn: '2027-06-01' }]);
    const planned = planPersonChange(
      state,
      { team: 'Sites / South', title: 'Lead', occupations: [{ soc: '33-1091.00', share: 100 }] },
      { from: '2027-01-01', confirmedBy: 'HR' },
    ).after;
    const again = (row: Partial<EmployeeRecord>) =>
      planEmployees([{ ...RECORD, endedOn: '2027-06-01', ...row }], {
        states: new Map([['E1', planned]]),
        today: '2026-11-22',
        importedBy: 'HR',
      });
    expect(again({})).toMatchObject({ changed: [], unchanged: 1 });
    expect(again({ endedOn: undefined, status: undefined })).toMatchObject({ changed: [], unchanged: 1 });
    const moved = again({ team: 'Sites' }).changed[0]?.after;
    expect(moved?.employments.map(({ validFrom, facts }) => [validFrom, facts.team, facts.title])).toEqual([
      ['2024-02-01', 'Sites / North', 'Guard'],
      ['2026-11-22', 'Sites', 'Guard'],
      ['2027-01-01', 'Sites / South', 'Lead'],
      ['2027-06-01', 'Sites / South', 'Lead'],
    ]);
    const band = again({ roleBand: 3 }).changed[0]?.after.occupations;
    expect([...(band ?? [])].map(([soc, timeline]) => [soc, timeline.at(-1)?.validFrom])).toEqual([
      ['33-1091.00', '2027-01-01'],
      ['33-9032.00', '2026-11-22'],
    ]);
    const kept = keepFields(
      { ...RECORD, endedOn: '2027-06-01', team: 'Elsewhere' },
      { fields: new Set(['team']), state: planned, today: '2026-11-22' },
    );
    expect(again(kept)).toMatchObject({ changed: [], unchanged: 1 });
  });

  it('leaves a planned leaving with a return, and moves a planned leaving', () => {
    const state = stateAfter(['2026-01-10', {}]);
    const [only] = state.employments;
    if (!only) throw new Error('no employment');
    const away = (from: string, to: string): EmployeeState => ({
      ...state,
      employments: [
        { ...only, validTo: from },
        { validFrom: from, validTo: to, facts: { ...only.facts, status: 'left' } },
        { validFrom: to, validTo: null, facts: only.facts },
      ],
    });
    const planned = new Map([['E1', away('2027-01-01', '2027-04-01')]]);
    const options = { states: planned, today: '2026-11-22', importedBy: 'HR' };
    expect(planEmployees([{ ...RECORD, endedOn: undefined }], options).unchanged).toBe(1);
    const moved = planEmployees([{ ...RECORD, endedOn: '2027-02-01' }], options).changed[0]?.after;
    expect(moved && periods(moved)).toEqual([
      '2024-02-01 2027-02-01 Guard active',
      '2027-02-01 null Guard left',
    ]);
    const stays = planEmployees([RECORD], options).changed[0]?.after;
    expect(stays && periods(stays)).toEqual(['2024-02-01 null Guard active']);
  });

  it('stays when a file states what is true today', () => {
    fc.assert(
      fc.property(stated, fc.array(fc.tuple(ahead, planned), { maxLength: 4 }), (first, plans) => {
        const today = '2026-01-10';
        const working = { ...first, status: 'active' as const, startedOn: '2025-06-01', endedOn: null };
        let state = stateAfter([today, working]);
        for (const [from, change] of plans)
          state = planPersonChange(state, change, { from, confirmedBy: 'HR' }).after;
        const row = rowOf(state, today);
        if (!row) throw new Error('nothing is true today');
        const options = { states: new Map([['E1', state]]), today, importedBy: 'HR' };
        expect(planEmployees([row], options).changed.map(({ differences }) => differences)).toEqual([]);
        const owned = keepFields(
          {
            ...row,
            team: 'Z',
            title: 'Z',
            site: 'Z',
            status: 'active',
            occupations: [{ soc: '11-1011.00', share: 1 }],
          },
          { fields: new Set(['team', 'title', 'site', 'status', 'occupations']), state, today },
        );
        expect(planEmployees([owned], options).changed.map(({ differences }) => differences)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
