import type { TenantContext } from '#db/tenancy';
import type { CsvTable } from '~/shared/csv';
import {
  type NamedTable,
  ownColumns,
  renamedTable,
  type TableColumns,
  type TableField,
} from '../../domain/imports/table-columns';
import { findNamedColumns, type TableHeader, tableHeader } from '../../queries/named-table';
import { rememberTableColumns } from './name-table-columns';

export interface NamableTable {
  readonly kind: NamedTable;
  readonly fields: readonly TableField[];
  /** Own names of the columns that are needed. */
  readonly required: readonly string[];
  /** Puts a table that nobody named columns of under own names, as far as names of other programs are known. */
  readonly known?: (table: CsvTable) => CsvTable;
}

interface SentTable {
  readonly table: CsvTable;
  readonly uploadId: string;
  readonly intent: 'look' | 'columns' | 'whole' | 'good';
  /** Columns that were named with it. */
  readonly columns: TableColumns | null;
}

/** What is asked about the columns of a stored table. */
export interface TableNaming extends TableHeader {
  readonly uploadId: string;
  readonly columns: TableColumns;
  readonly faults: readonly string[];
}

export type OpenedTable =
  | { readonly table: CsvTable; readonly naming: null }
  | { readonly table: null; readonly naming: TableNaming };

/**
 * A table that was sent, under its own names of columns: as they were named with it, or by hand before; else the question
 * what they are. @throws InvalidInput for columns that cannot be
 */
export async function openNamedTable(
  ctx: TenantContext,
  { kind, fields, required, known = (table) => table }: NamableTable,
  sent: SentTable,
): Promise<OpenedTable> {
  const { header } = sent.table;
  if (sent.columns) await rememberTableColumns(ctx, { kind, header, columns: sent.columns });
  const named = await findNamedColumns(ctx, kind, header);
  const table = named ? renamedTable(sent.table, named, fields) : known(sent.table);
  const labelOf = new Map(fields.map(({ field, label }) => [field, label]));
  const faults = required
    .filter((name) => !table.header.includes(name))
    .map((name) => `No column is the ${(labelOf.get(name) ?? name).toLowerCase()}; it is needed.`);
  if (faults.length === 0 && sent.intent !== 'columns') return { table, naming: null };
  const columns = named ?? ownColumns(table.header, fields);
  return { table: null, naming: { ...tableHeader(sent.table), uploadId: sent.uploadId, columns, faults } };
}
