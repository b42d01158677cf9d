import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAsStated } from './as-stated';
import type { EmployeeRecord } from './employee-row';
import type { EmployeeState } from './employee-state';
import { planEmployee, planEmployees } from './plan-employees';

const TODAY = '2026-03-01';
const DAYS = ['2024-02-01', '2026-02-20', '2026-03-01', '2026-04-01'];
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const record: fc.Arbitrary<EmployeeRecord> = fc.record({
  externalId: fc.constant('E1'),
  name: oneOf('Ada', 'Ada', 'Ada Berg'),
  email: oneOf(null, null, 'ada@h.example'),
  title: oneOf('Guard', 'Guard', 'Lead'),
  team: oneOf('North', 'North', 'South'),
  managerExternalId: oneOf(undefined, null, 'E2'),
  site: oneOf(undefined, null, 'Quay'),
  occupations: oneOf(
    undefined,
    [{ soc: '33-9032.00', share: 100 }],
    [{ soc: '33-9032.00', share: 60 }],
    [
      { soc: '11-3013.01', share: 40 },
      { soc: '33-9032.00', share: 60 },
    ],
  ),
  roleBand: oneOf<EmployeeRecord['roleBand']>(undefined, 1, 2),
  startedOn: oneOf(undefined, undefined, ...DAYS),
  endedOn: oneOf<EmployeeRecord['endedOn']>(undefined, null, null, ...DAYS),
  status: oneOf<EmployeeRecord['status']>(undefined, null, 'active', 'leave', 'left'),
  kind: oneOf<EmployeeRecord['kind']>(undefined, 'employee', 'agency'),
  available: oneOf(undefined, true, false),
});

const FIELDS = [
  ...(['name', 'email', 'title', 'team', 'managerExternalId', 'site', 'occupations'] as const),
  ...(['roleBand', 'startedOn', 'endedOn', 'status', 'kind', 'available'] as const),
];

/** The state of E1 after these rows, each on its day. */
function stateAfter(rows: readonly (readonly [string, EmployeeRecord])[]): EmployeeState | undefined {
  let state: EmployeeState | undefined;
  for (const [today, row] of rows) {
    const states = new Map(state ? [['E1', state] as const] : []);
    const { created, changed } = planEmployees([row], { states, today, importedBy: 'HR' });
    state = [...created, ...changed].at(0)?.after ?? state;
  }
  return state;
}

describe('rows that are as stated', () => {
  it('change nothing when they are planned closely', () => {
    const history = fc.array(fc.tuple(oneOf(...DAYS.slice(0, 3)), record), { minLength: 1, maxLength: 2 });
    const fields = fc.subarray([...FIELDS], { maxLength: 2 });
    let passed = 0;
    fc.assert(
      fc.property(history, record, fields, (rows, other, changed) => {
        const sorted = rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
        const state = stateAfter(sorted);
        const last = sorted.at(-1)?.[1] ?? other;
        const row = { ...last, ...Object.fromEntries(changed.map((field) => [field, other[field]])) };
        if (!state || !isAsStated(row, state, TODAY)) return;
        passed += 1;
        const states = new Map([['E1', state]]);
        const plan = planEmployee(row, { states, today: TODAY, importedBy: 'somebody else' });
        expect(plan.differences).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});
