import type { EmployeeCells } from '../employee-row';
import type { EmployeeField } from './employee-fields';
import { type ImportLayout, isoDay } from './import-layout';

const WORDS: Readonly<Partial<Record<EmployeeField, Readonly<Record<string, string>>>>> = {
  available: { true: 'yes', false: 'no', y: 'yes', n: 'no', 1: 'yes', 0: 'no' },
  status: {
    employed: 'active',
    current: 'active',
    'on leave': 'leave',
    terminated: 'left',
    inactive: 'left',
    former: 'left',
    leaver: 'left',
  },
  kind: {
    permanent: 'employee',
    internal: 'employee',
    temp: 'agency',
    temporary: 'agency',
    external: 'contractor',
    freelance: 'contractor',
  },
};

/** The cells of a row under the names of Cadre's own columns; undefined where the layout has no such column. */
export function layoutCells(values: readonly string[], { columns, days }: ImportLayout): EmployeeCells {
  const cell = (field: EmployeeField): string | undefined => {
    const place = columns[field];
    return place === undefined ? undefined : (values[place] ?? '');
  };
  const word = (field: EmployeeField) => {
    const text = cell(field);
    return text === undefined ? undefined : (WORDS[field]?.[text.trim().toLowerCase()] ?? text);
  };
  const day = (field: EmployeeField) => {
    const text = cell(field);
    return text === undefined ? undefined : isoDay(text, days);
  };
  return {
    external_id: cell('external_id') ?? '',
    name: cell('name') ?? `${cell('first_name') ?? ''} ${cell('last_name') ?? ''}`.trim(),
    email: cell('email') ?? '',
    title: cell('title') ?? '',
    team: cell('team') ?? '',
    manager_external_id: cell('manager_external_id'),
    site: cell('site'),
    occupation: cell('occupation'),
    role_band: cell('role_band'),
    started_on: day('started_on'),
    ended_on: day('ended_on'),
    status: word('status'),
    kind: word('kind'),
    available: word('available'),
  };
}
