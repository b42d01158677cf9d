import { type CsvTable, refusal } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import { LONG_COLUMNS, recogniseForm, WIDE_COLUMNS } from '../domain/assessment-columns';
import { type AssessmentRowResult, readLongRow, readWideRow } from '../domain/assessment-row';
import type { FileRow } from '../domain/resolve-rows';

export interface AssessmentsFile {
  readonly rows: readonly FileRow[];
  readonly faults: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/** Reads every row of a table of ratings; later days than today are refused. Throws InvalidInput when it is none. */
export function readAssessmentsTable(table: CsvTable, today: string): AssessmentsFile {
  const { results, warnings } = readRows(table, today);
  const rows: FileRow[] = [];
  const faults: FieldError[] = [];
  const empty: number[] = [];
  for (const { line, result } of results) {
    if (!result.ok) faults.push(...result.faults);
    else if (result.record.ratings.length === 0) empty.push(line);
    else rows.push({ line, record: result.record });
  }
  return { rows, faults, warnings: [...warnings, ...emptyRows(empty, table.file)] };
}

interface ReadRow {
  readonly line: number;
  readonly result: AssessmentRowResult;
}

function readRows(
  table: CsvTable,
  asOf: string,
): { readonly results: ReadRow[]; readonly warnings: readonly FieldError[] } {
  const form = recogniseForm(table.header);
  if (typeof form === 'object')
    throw refusal(table.file, [{ pointer: `${table.file}:1`, detail: form.fault }]);
  const place = (line: number) => ({ pointer: `${table.file}:${line}`, asOf });
  const results: ReadRow[] = [];
  if (form === 'long') {
    const named = nameColumns(table, LONG_COLUMNS);
    for (const { line, cells } of named.rows) results.push({ line, result: readLongRow(cells, place(line)) });
    return { results, warnings: named.warnings };
  }
  const named = nameColumns(table, WIDE_COLUMNS);
  for (const { line, cells } of named.rows) results.push({ line, result: readWideRow(cells, place(line)) });
  return { results, warnings: named.warnings };
}

function emptyRows(lines: readonly number[], file: string): FieldError[] {
  if (lines.length === 0) return [];
  const rows = lines.length === 1 ? 'This row holds' : `This row and ${lines.length - 1} others hold`;
  return [{ pointer: `${file}:${lines[0]}`, detail: `${rows} no rating.` }];
}
