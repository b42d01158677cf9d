import { EMPLOYEE_HEADER } from '~/modules/people/domain/employee-line';
import { csvLine } from '~/shared/write-csv';

const row = (id: string, cells: Partial<Record<(typeof EMPLOYEE_HEADER)[number], string>> = {}) =>
  csvLine(
    EMPLOYEE_HEADER.map(
      (column) =>
        ({
          external_id: id,
          name: 'Sam Same',
          title: 'Guard',
          team: 'North',
          started_on: '2020-01-01',
          ...cells,
        })[column] ?? '',
    ),
  );
/** People with names, days and teams that lists find hard. */
export const FILE = [
  EMPLOYEE_HEADER.join(','),
  row('E1', { name: 'Ana Lead', title: 'Head', occupation: '33-1091.00', role_band: '3' }),
  row('E2', { name: 'Ben Önder', manager_external_id: 'E1', occupation: '33-9032.00', role_band: '2' }),
  row('E3', { name: '100% Real_Name', email: 'real_name@example.test', manager_external_id: 'E1' }),
  row('E4', { name: 'Cy "Q" O\'Neil', team: 'North / Night', status: 'leave', available: 'no' }),
  row('E5', { name: 'Dana 🦊 Fox', team: 'South', kind: 'agency', site: 'Harbour' }),
  row('E6', { name: 'שרה כהן', team: 'South', occupation: '33-9032.00:60;33-1091.00:40', role_band: '1' }),
  row('E7', { name: 'Gone Before', team: 'North', status: 'left', ended_on: '2026-01-31' }),
  row('E8', { name: 'Later Comer', team: 'South', started_on: '2026-09-01' }),
  ...Array.from({ length: 12 }, (_, n) => row(`S${n}`, { team: n % 2 ? 'South' : 'East' })),
].join('\r\n');
