import type { TenantContext } from '#db/tenancy';
import { Conflict, NotFound } from '~/shared/errors';
import { findLastApplied, lockImport } from '../../data/imports';
import { requireUpload } from './name-columns';
import { askForStep, type ImportStep } from './start-import';

/** Has a previewed import applied. @throws Conflict when there is no preview that waits for it. */
export async function confirmImport(
  ctx: TenantContext,
  importId: string,
  rejected: ImportStep['rejected'],
): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  if (row.state !== 'planned') throw new Conflict('There is no preview to apply, or it was applied already.');
  await askForStep(ctx, {
    importId,
    uploadId: requireUpload(row.uploadId),
    step: 'apply',
    everybody: row.layout?.everybody ?? false,
    rejected,
  });
}

/** Has the last import of people taken back. @throws Conflict when it is not the last one that was applied. */
export async function askForUndo(ctx: TenantContext, importId: string): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  if (row.state !== 'applied' || (await findLastApplied(ctx)) !== importId)
    throw new Conflict('Only the last import that was applied can be taken back.');
  await askForStep(ctx, { importId, uploadId: null, step: 'undo', everybody: false, rejected: 'leave_out' });
}
