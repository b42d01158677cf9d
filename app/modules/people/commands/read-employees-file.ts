import { readCsv } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import type { CheckedRow } from '../domain/check-employees';
import { EMPLOYEE_COLUMNS, readEmployeeRow } from '../domain/employee-row';

export interface EmployeesFile {
  readonly rows: readonly CheckedRow[];
  /** External ids of rows that have faults, as written. */
  readonly faultyIds: readonly string[];
  readonly faults: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/** Reads every row of the employees file. Throws InvalidInput when the text is no such file at all. */
export function readEmployeesFile(text: string, file: string): EmployeesFile {
  const named = nameColumns(readCsv(text, file), EMPLOYEE_COLUMNS);
  const rows: CheckedRow[] = [];
  const faultyIds: string[] = [];
  const faults: FieldError[] = [];
  for (const { line, cells } of named.rows) {
    const read = readEmployeeRow(cells, `${file}:${line}`);
    if (read.ok) {
      rows.push({ line, record: read.record });
    } else {
      faultyIds.push(cells.external_id.trim());
      faults.push(...read.faults);
    }
  }
  return { rows, faultyIds, faults, warnings: named.warnings };
}
