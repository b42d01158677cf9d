import type { CsvTable } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import { targetKey } from './plan-targets';
import { TARGET_COLUMNS, type TargetRecord, targetRowReader } from './target-row';

export interface TargetLine {
  readonly line: number;
  readonly record: TargetRecord;
}

export interface TargetsTable {
  readonly rows: readonly TargetLine[];
  /** What is wrong with rows, at `file:line`. */
  readonly faults: readonly FieldError[];
  /** Columns that nothing reads. */
  readonly warnings: readonly FieldError[];
}

/** The rows of a targets file (api.md, CSV columns). Throws InvalidInput when a required column is missing. */
export function readTargetsTable(table: CsvTable, dimensions: readonly string[] | undefined): TargetsTable {
  const named = nameColumns(table, TARGET_COLUMNS);
  const read = targetRowReader(dimensions);
  const rows: TargetLine[] = [];
  const faults: FieldError[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of named.rows) {
    const pointer = `${table.file}:${line}`;
    const result = read(cells, pointer);
    if (!result.ok) {
      faults.push(...result.faults);
      continue;
    }
    const key = targetKey(result.record);
    const first = lines.get(key);
    if (first === undefined) rows.push({ line, record: result.record });
    else {
      const detail = `dimension: the same occupation, band and dimension is in line ${first} too.`;
      faults.push({ pointer, detail });
    }
    lines.set(key, first ?? line);
  }
  return { rows, faults, warnings: named.warnings };
}
