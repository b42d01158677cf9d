import { type CsvRow, type CsvTable, refusal } from './csv';
import type { FieldError } from './errors';

export interface ColumnNames<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
}

/** The cells of a row by column; undefined where the file has no such column. */
export interface NamedRow<Required extends string, Optional extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Required, string> & Record<Optional, string | undefined>>;
}

export interface NamedColumns<Required extends string, Optional extends string> {
  readonly rows: Iterable<NamedRow<Required, Optional>>;
  /** Columns of the file that nothing reads. */
  readonly warnings: readonly FieldError[];
}

/**
 * Reads the table by column names, in any order of columns. Rows are formed one at a time.
 * Throws InvalidInput when a required column is missing.
 */
export function nameColumns<Required extends string, Optional extends string>(
  table: CsvTable,
  names: ColumnNames<Required, Optional>,
): NamedColumns<Required, Optional> {
  const pointer = `${table.file}:1`;
  const missing = names.required.filter((name) => !table.header.includes(name));
  if (missing.length > 0) {
    throw refusal(
      table.file,
      missing.map((name) => ({ pointer, detail: `The column ${name} is missing.` })),
    );
  }
  const known: readonly string[] = [...names.required, ...names.optional];
  const places = known.map((name) => [name, table.header.indexOf(name)] as const);
  const warnings = table.header
    .filter((name) => !known.includes(name))
    .map((name) => ({
      pointer,
      detail: `The column ${JSON.stringify(name)} is not known and was not read.`,
    }));
  return { rows: { [Symbol.iterator]: () => named<Required, Optional>(table.rows, places) }, warnings };
}

function* named<Required extends string, Optional extends string>(
  rows: readonly CsvRow[],
  places: readonly (readonly [string, number])[],
): Generator<NamedRow<Required, Optional>> {
  for (const row of rows) {
    const cells = Object.fromEntries(places.map(([name, at]) => [name, row.values[at]]));
    yield { line: row.line, cells: cells as NamedRow<Required, Optional>['cells'] };
  }
}
