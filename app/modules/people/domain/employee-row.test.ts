import { describe, expect, it } from 'vitest';
import { type EmployeeCells, readEmployeeRow } from './employee-row';

const CELLS: EmployeeCells = {
  external_id: ' E1 ',
  name: '=Ada',
  email: 'ada@harbour.example',
  title: '@Guard',
  team: 'Sites / North',
  manager_external_id: '',
  site: '',
  occupation: '33-9032.00:60; 33-1091.00:40',
  role_band: 'Senior / Expert IC',
  started_on: '2024-02-29',
  ended_on: '',
  status: 'Leave',
  kind: '',
  available: 'no',
};

const read = (cells: Partial<EmployeeCells>) => readEmployeeRow({ ...CELLS, ...cells }, 'e.csv:2');
const faults = (cells: Partial<EmployeeCells>) => {
  const result = read(cells);
  return result.ok ? [] : result.faults.map((fault) => fault.detail);
};

describe('readEmployeeRow', () => {
  it('reads a full row; text that looks like a formula is text', () => {
    expect(read({})).toEqual({
      ok: true,
      record: {
        externalId: 'E1',
        name: '=Ada',
        email: 'ada@harbour.example',
        title: '@Guard',
        team: 'Sites / North',
        managerExternalId: null,
        site: null,
        occupations: [
          { soc: '33-1091.00', share: 40 },
          { soc: '33-9032.00', share: 60 },
        ],
        roleBand: 3,
        startedOn: '2024-02-29',
        endedOn: null,
        status: 'leave',
        kind: 'employee',
        available: false,
      },
    });
  });

  it('states nothing for columns that are missing', () => {
    const result = readEmployeeRow(
      { external_id: 'E1', name: 'Ada', email: '', title: 'Guard', team: 'A' } as EmployeeCells,
      'e.csv:2',
    );
    expect(result.ok && Object.values(result.record).filter((value) => value === undefined)).toHaveLength(9);
  });

  it.each<[string, Partial<EmployeeCells>]>([
    ['external_id', { external_id: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'A\u0007da' }],
    ['name', { name: 'Ada \udc00' }],
    ['name', { name: 'Ada\nBerg' }],
    ['email', { email: 'ada at harbour' }],
    ['team', { team: 'A /  / B' }],
    ['occupation', { occupation: '33-9032' }],
    ['occupation', { occupation: '33-9032.00;33-1091.00' }],
    ['occupation', { occupation: '33-9032.00:60;33-1091.00:50' }],
    ['occupation', { occupation: '33-9032.00:50;33-9032.00:50' }],
    ['occupation', { occupation: '33-9032.00:0' }],
    ['role_band', { role_band: '5' }],
    ['started_on', { started_on: '2026-02-30' }],
    ['started_on', { started_on: '1-2-2026' }],
    ['ended_on', { ended_on: '0026-02-01' }],
    ['ended_on', { ended_on: '2024-02-28' }],
    ['status', { status: 'gone' }],
    ['kind', { kind: 'boss' }],
    ['available', { available: 'maybe' }],
  ])('refuses a wrong %s: %j', (column, cells) => {
    expect(faults(cells)).toEqual([expect.stringMatching(new RegExp(`^${column}: .*\\.$`, 's'))]);
  });

  it('counts characters, not code units', () => {
    expect(faults({ name: '𝄞'.repeat(200) })).toEqual([]);
    expect(faults({ name: '𝄞'.repeat(201) })).toHaveLength(1);
  });

  it('names every fault of a row', () => {
    expect(faults({ name: '', status: 'gone', started_on: 'x' })).toHaveLength(3);
  });
});
