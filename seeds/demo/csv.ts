import type { AssessmentRow, DemoPosition, EmployeeRow, TargetRow } from './organizations/demo-organization';

const EMPLOYEE_COLUMNS = [
  'external_id',
  'name',
  'email',
  'title',
  'team',
  'manager_external_id',
  'site',
  'occupation',
  'role_band',
  'started_on',
  'ended_on',
  'status',
  'kind',
  'available',
] as const satisfies readonly (keyof EmployeeRow)[];

const ASSESSMENT_COLUMNS = [
  'employee_external_id',
  'rater',
  'rater_external_id',
  'assessed_on',
  'occupation',
  'dimension',
  'level',
  'evidence',
] as const satisfies readonly (keyof AssessmentRow)[];

function toField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function toCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => toField(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** The employees file of api.md "CSV columns" as RFC 4180 text with a header and CRLF line ends. */
export function employeesCsv(rows: readonly EmployeeRow[]): string {
  return toCsv(EMPLOYEE_COLUMNS, rows);
}

/** The long assessments file of api.md "CSV columns" as RFC 4180 text; the cycle is not a column of the file. */
export function assessmentsCsv(rows: readonly AssessmentRow[]): string {
  return toCsv(ASSESSMENT_COLUMNS, rows);
}

/** The same file with the column `cycle` behind, for organizations that hold their ratings in cycles. */
export function demoAssessmentsCsv(rows: readonly AssessmentRow[]): string {
  return toCsv([...ASSESSMENT_COLUMNS, 'cycle'], rows);
}

/** The targets file of api.md "CSV columns". */
export function targetsCsv(rows: readonly TargetRow[]): string {
  return toCsv(['occupation', 'role_band', 'dimension', 'level', 'weight', 'critical'], rows);
}

/** The positions file of api.md "CSV columns". */
export function positionsCsv(positions: readonly DemoPosition[]): string {
  return toCsv(
    [
      'external_id',
      'title',
      'team',
      'site',
      'occupation',
      'role_band',
      'critical',
      'incumbent_external_id',
      'horizon',
    ],
    positions.map(({ row }) => row),
  );
}
