import type { TenantContext } from '#db/tenancy';
import type { NamedTable, TableColumns } from '../domain/imports/table-columns';
import { findLayout, upsertLayout } from './import-layouts';

/** A kind of table and its header; layouts of people are kept under headers alone. */
export interface NamedHeader {
  readonly kind: NamedTable;
  /** SHA-256 of the names, hexadecimal. */
  readonly fingerprint: string;
}

const keyOf = ({ kind, fingerprint }: NamedHeader) => `${kind} ${fingerprint}`;

/** How the columns of tables with this header were named last. */
export function findTableColumns(ctx: TenantContext, header: NamedHeader): Promise<unknown> {
  return findLayout(ctx, keyOf(header));
}

/** Remembers how the columns of tables with this header are named. */
export function upsertTableColumns(
  ctx: TenantContext,
  header: NamedHeader,
  columns: TableColumns,
): Promise<void> {
  return upsertLayout(ctx, keyOf(header), columns);
}
