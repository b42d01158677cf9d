import { describe, expect, it } from 'vitest';
import { checkEmployees, type KnownPerson } from './check-employees';
import type { EmployeeRecord } from './employee-row';
import { managerCycles } from './manager-cycles';

const record = (externalId: string, change: Partial<EmployeeRecord> = {}): EmployeeRecord => ({
  externalId,
  name: externalId,
  email: null,
  title: 'Guard',
  team: 'A',
  managerExternalId: null,
  site: null,
  occupations: undefined,
  roleBand: undefined,
  startedOn: undefined,
  endedOn: null,
  status: null,
  kind: undefined,
  available: undefined,
  ...change,
});
const person = (change: Partial<KnownPerson> = {}): KnownPerson => ({
  email: null,
  managerExternalId: null,
  startedOn: null,
  ...change,
});

function check(records: EmployeeRecord[], known: Record<string, KnownPerson> = {}): string[] {
  const rows = records.map((one, index) => ({ line: index + 2, record: one }));
  const emailKey = (email: string) => email.toLowerCase();
  const options = { file: 'e.csv', known: new Map(Object.entries(known)), today: '2026-11-21', emailKey };
  return checkEmployees(rows, options).map((fault) => `${fault.pointer} ${fault.detail}`);
}

describe('checkEmployees', () => {
  it('names both lines of people and addresses that occur twice, whatever the case of the address', () => {
    expect(
      check([record('E1', { email: 'a@b.c' }), record('E2'), record('E1'), record('E3', { email: 'A@B.c' })]),
    ).toEqual(['e.csv:4 external_id: "E1" is in line 2 too.', 'e.csv:5 email: "A@B.c" is in line 2 too.']);
  });

  it('refuses the address of someone outside the file, and lets people inside exchange theirs', () => {
    const known = { E1: person({ email: 'a@b.c' }), E2: person({ email: 'd@b.c' }) };
    expect(check([record('E2', { email: 'a@b.c' })], known)).toHaveLength(1);
    expect(check([record('E1', { email: 'd@b.c' }), record('E2', { email: 'a@b.c' })], known)).toEqual([]);
  });

  it('finds managers in other rows and in the organization, and refuses the others', () => {
    const rows = [
      record('E1', { managerExternalId: 'E2' }),
      record('E2', { managerExternalId: 'K' }),
      record('E3', { managerExternalId: 'X' }),
    ];
    expect(check(rows, { K: person() })).toEqual(['e.csv:4 manager_external_id: nobody has the id "X".']);
  });

  it('shows circles of managers, also those that close outside the file', () => {
    expect(
      check([record('E1', { managerExternalId: 'E2' }), record('E2', { managerExternalId: 'K' })], {
        K: person({ managerExternalId: 'E1' }),
        L: person({ managerExternalId: 'M' }),
        M: person({ managerExternalId: 'L' }),
      }),
    ).toEqual(['e.csv:2 manager_external_id: the managers form a circle: E1 → E2 → K → E1.']);
    expect(check([record('E1', { managerExternalId: 'E1' })])[0]).toContain('their own manager');
    const broken = { E1: person({ managerExternalId: 'E2' }), E2: person() };
    expect(check([record('E1'), record('E2', { managerExternalId: 'E1' })], broken)).toEqual([]);
  });

  it('refuses leaving days that contradict the start or the status', () => {
    expect(
      check([record('E1', { endedOn: '2020-01-01' })], { E1: person({ startedOn: '2021-01-01' }) }),
    ).toHaveLength(1);
    expect(check([record('E1', { endedOn: '2026-01-01', status: 'active' })])).toHaveLength(1);
    expect(check([record('E1', { endedOn: '2026-01-01', status: 'left' })])).toEqual([]);
  });
});

describe('managerCycles', () => {
  it('gives each cycle once, from its least key', () => {
    const managerOf = new Map([
      ['d', 'c'],
      ['c', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['x', 'y'],
      ['s', 's'],
    ]);
    expect(managerCycles(managerOf)).toEqual([['a', 'b', 'c'], ['s']]);
  });
});
