import type { TenantContext } from '#db/tenancy';
import type { FieldError } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';
import { deleteImportRows, insertImportRows } from '../../data/import-rows';
import { type ImportRow, updateImport } from '../../data/imports';
import type { ImportCounts, PreviewRow } from '../../domain/imports/import-report';
import { tableHeader } from '../../queries/named-table';
import { emptyCounts } from './import-counts';

/** What a table that is no list of people would do. */
export interface TablePlan extends Pick<ImportCounts, 'created' | 'changed' | 'unchanged'> {
  /** Those that it makes, changes, and cannot take; of an outcome one for each line at most. */
  readonly rows: readonly (PreviewRow & { readonly line: number })[];
  readonly warnings: readonly FieldError[];
  /** Of all that it says. */
  readonly digest: string;
}

interface Stored {
  readonly row: ImportRow;
  readonly table: LooseTable;
  readonly plan: TablePlan;
  /** Something had changed when it was to be applied. */
  readonly replanned: boolean;
}

const WARNINGS = 200;

/** Keeps the preview of a table that is no list of people. */
export async function storeTablePlan(
  ctx: TenantContext,
  { row: { importId }, table, plan, replanned }: Stored,
): Promise<ImportCounts> {
  const { created, changed, unchanged, warnings, digest } = plan;
  const { names, samples } = tableHeader(table);
  const rejected = plan.rows.filter(({ outcome }) => outcome === 'rejected').length;
  const counts = { ...emptyCounts(), created, changed, unchanged, rejected };
  await deleteImportRows(ctx, importId);
  await insertImportRows(
    ctx,
    importId,
    plan.rows.map((one) => ({ ...one, position: one.line })),
  );
  await updateImport(ctx, importId, {
    state: 'planned',
    header: { line: table.headerLine, names: [...names], samples: samples.map((cells) => [...cells]) },
    counts,
    warnings: warnings.slice(0, WARNINGS),
    planDigest: digest,
    replanned,
  });
  return counts;
}
