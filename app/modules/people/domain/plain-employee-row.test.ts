import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EmployeeCells, readEmployeeRow } from './employee-row';
import { plainRowReader } from './plain-employee-row';

const CELLS: EmployeeCells = {
  external_id: '00017',
  name: 'Zoë Ångström',
  email: 'zoe@h.example',
  title: 'Guard',
  team: 'Sites / North',
  manager_external_id: 'E2',
  site: '',
  occupation: '33-9032.00:60;11-3013.01:40',
  role_band: '2',
  started_on: '2024-02-29',
  ended_on: '',
  status: 'active',
  kind: '',
  available: 'no',
};

const ODD = [
  ...[
    '',
    ' ',
    'a',
    ' a',
    'a ',
    '\u00a0a',
    'a\u3000',
    '\ufeff',
    '\u0085',
    'a\tb',
    'a\nb',
    '\u0000',
    '\ud800',
    '🦊',
  ],
  ...[
    'constructor',
    '__proto__',
    'none',
    'Active',
    'left',
    'agency',
    'YES',
    'no',
    '5',
    '0',
    'Senior / Expert IC',
  ],
  ...['2024-02-29', '2023-02-29', '1899-12-31', '2199-12-31', '2200-01-01', '2020-01-01', '20200101'],
  ...['33-9032.00', '33-9032.00:0', '33-9032.00:101', '33-9032.00;33-9032.00', '33-9032.00:70;11-3013.01:40'],
  ...[
    'A / B',
    'A /B',
    '/ A',
    'A / / B',
    'A \\/ B',
    'a@b',
    'a@b@c',
    'ä@ö',
    `${'n'.repeat(198)}@x`,
    'n'.repeat(201),
  ],
  ...['n'.repeat(301), `${'ab / '.repeat(25)}c`, 'שרה', '\u1680a', '\u167f'],
];

const cell = fc.oneof(fc.constantFrom(...ODD), fc.string({ maxLength: 4, unit: 'binary' }));
const keys = Object.keys(CELLS) as (keyof EmployeeCells)[];
const OPTIONAL = new Set<string>(keys.slice(5));
const changed = fc
  .array(fc.tuple(fc.constantFrom(...keys), fc.oneof(cell, fc.constant(undefined))), { maxLength: 4 })
  .map((changes) => {
    const stated = changes.filter(([key, text]) => text !== undefined || OPTIONAL.has(key));
    return { ...CELLS, ...Object.fromEntries(stated) } as EmployeeCells;
  });

describe('reading plain rows', () => {
  it('reads what the reader of any row reads, or leaves the row to it', () => {
    const read = plainRowReader();
    let plain = 0;
    fc.assert(
      fc.property(changed, (cells) => {
        const record = read(cells);
        if (record === null) return;
        plain += 1;
        expect(readEmployeeRow(cells, 'x:1')).toEqual({ ok: true, record });
      }),
      { numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it('takes usual rows, and no row with a fault', () => {
    const read = plainRowReader();
    expect(read(CELLS)).toMatchObject({
      name: 'Zoë Ångström',
      roleBand: 2,
      kind: 'employee',
      available: false,
    });
    expect(read({ ...CELLS, ended_on: '2020-01-01' })).toBeNull();
    expect(read({ ...CELLS, team: 'A / ' })).toBeNull();
    expect(read({ ...CELLS, role_band: 'constructor' })).toBeNull();
  });
});
