import type { TenantContext } from '#db/tenancy';
import type { CsvTable } from '~/shared/csv';
import { findTableColumns } from '../data/table-columns';
import { headerFingerprint } from '../domain/imports/header-fingerprint';
import { keptNames, shownNames } from '../domain/imports/header-names';
import {
  columnFaults,
  type NamedTable,
  renamedTable,
  type TableColumns,
  type TableField,
  tableColumnsSchema,
} from '../domain/imports/table-columns';

export interface TableKind {
  readonly kind: NamedTable;
  readonly fields: readonly TableField[];
}

/** What is kept of a table whose columns are to be named. */
export interface TableHeader {
  readonly names: readonly string[];
  /** Cells of the first rows, by column. */
  readonly samples: readonly (readonly string[])[];
}

const SAMPLES = 3;

/** How the columns of a header were named by hand; null: nobody did. */
export async function findNamedColumns(
  ctx: TenantContext,
  kind: NamedTable,
  header: readonly string[],
): Promise<TableColumns | null> {
  const stored = await findTableColumns(ctx, { kind, fingerprint: headerFingerprint(header) });
  const read = tableColumnsSchema.safeParse(stored);
  return read.success && columnFaults(read.data, header).length === 0 ? read.data : null;
}

/** The table under its own names of columns, where somebody named them by hand; else as it is. */
export async function namedTable(
  ctx: TenantContext,
  { kind, fields }: TableKind,
  table: CsvTable,
): Promise<CsvTable> {
  const columns = await findNamedColumns(ctx, kind, table.header);
  return columns === null ? table : renamedTable(table, columns, fields);
}

/** The names and first cells of a table. */
export function tableHeader(table: Pick<CsvTable, 'header' | 'rows'>): TableHeader {
  return {
    names: keptNames(table.header),
    samples: table.header.map((_, at) =>
      shownNames(table.rows.slice(0, SAMPLES).map(({ values }) => values[at] ?? '')),
    ),
  };
}
