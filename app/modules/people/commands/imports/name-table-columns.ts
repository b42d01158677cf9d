import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { lockImport, updateImport } from '../../data/imports';
import { upsertTableColumns } from '../../data/table-columns';
import { headerFingerprint } from '../../domain/imports/header-fingerprint';
import { columnFaults, type NamedTable, type TableColumns } from '../../domain/imports/table-columns';
import { requireUpload } from './name-columns';
import { askForStep } from './start-import';

interface Named {
  readonly kind: NamedTable;
  readonly header: readonly string[];
  readonly columns: TableColumns;
}

/** Remembers which column is which field in tables with this header. @throws InvalidInput for columns that cannot be. */
export async function rememberTableColumns(
  ctx: TenantContext,
  { kind, header, columns }: Named,
): Promise<void> {
  const faults = columnFaults(columns, header);
  if (faults.length > 0)
    throw new InvalidInput(
      faults.join(' '),
      faults.map((detail) => ({ pointer: 'columns', detail })),
    );
  await upsertTableColumns(ctx, { kind, fingerprint: headerFingerprint(header) }, columns);
}

/**
 * Says which column of an import of ratings is which field, and has the preview made. @throws InvalidInput for columns
 * that cannot be, Conflict for an import that is applied, NotFound for one of people or whose file is gone.
 */
export async function nameTableColumns(
  ctx: TenantContext,
  importId: string,
  columns: TableColumns,
): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row?.header || row.kind !== 'assessments')
    throw new NotFound('There is no such import, or its file is gone.');
  if (row.state === 'applied' || row.state === 'undone')
    throw new Conflict('This import was applied. Upload the file again to import it anew.');
  const uploadId = requireUpload(row.uploadId);
  await rememberTableColumns(ctx, { kind: row.kind, header: row.header.names, columns });
  await updateImport(ctx, importId, { state: 'mapping' });
  await askForStep(ctx, { importId, uploadId, step: 'plan', everybody: false, rejected: 'leave_out' });
}
