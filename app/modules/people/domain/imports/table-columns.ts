import { z } from 'zod';
import type { CsvTable } from '~/shared/csv';
import { sharedColumnFaults } from './shared-columns';

/** Kinds of tables, beside people, whose columns can be named by hand. */
export const NAMED_TABLES = ['assessments', 'observations', 'positions'] as const;
export type NamedTable = (typeof NAMED_TABLES)[number];

/** A field of such a table: its own name of the column, and what people call it. */
export interface TableField {
  readonly field: string;
  readonly label: string;
}

/** The place of the column of each field that has one, from 0; a field that was left out is in no column. */
export const tableColumnsSchema = z.record(
  z.string().regex(/^[a-z_]{1,40}$/),
  z.number().int().min(0).max(16_384),
);
export type TableColumns = Readonly<z.infer<typeof tableColumnsSchema>>;

/** The columns that already have their own names. */
export function ownColumns(header: readonly string[], fields: readonly TableField[]): TableColumns {
  const places = fields.map(({ field }) => [field, header.indexOf(field)] as const);
  return Object.fromEntries(places.filter(([, place]) => place >= 0));
}

/** What is wrong with columns named by hand, as sentences; empty where they can be used. */
export function columnFaults(columns: TableColumns, header: readonly string[]): string[] {
  return [
    ...sharedColumnFaults(columns, { header, labelOf: (field) => field }),
    ...(Object.values(columns).some((place) => place >= header.length)
      ? ['A column is not in the file.']
      : []),
  ];
}

/**
 * The table with its columns as they were named: each under the own name of its field. A column that has the name of a
 * field and was named as none, or as another one, is read as none.
 */
export function renamedTable(
  table: CsvTable,
  columns: TableColumns,
  fields: readonly TableField[],
): CsvTable {
  const fieldAt = new Map(Object.entries(columns).map(([field, place]) => [place, field]));
  const own = new Set(fields.map(({ field }) => field));
  const header = table.header.map(
    (name, at) => fieldAt.get(at) ?? (own.has(name) ? `${name} (not read)` : name),
  );
  return { ...table, header };
}
