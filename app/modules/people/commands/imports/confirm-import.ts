import type { TenantContext } from '#db/tenancy';
import { Conflict, NotFound } from '~/shared/errors';
import { findLastApplied, lockImport } from '../../data/imports';
import { undoHindrance } from '../../domain/imports/undo-hindrance';
import { requireUpload } from './name-columns';
import { askForStep, type ImportStep } from './start-import';

export interface Confirmation {
  readonly rejected: ImportStep['rejected'];
  /** Digest of the preview that was seen; null where none is told: whatever preview stands. */
  readonly preview: string | null;
}

/** Has a previewed import applied. @throws Conflict when no preview waits for it, or another one than was seen. */
export async function confirmImport(
  ctx: TenantContext,
  importId: string,
  { rejected, preview }: Confirmation,
): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  if (row.state !== 'planned') throw new Conflict('There is no preview to apply, or it was applied already.');
  if (preview !== null && preview !== row.planDigest)
    throw new Conflict('The preview was made anew since you opened this page. Look at it, then apply.');
  await askForStep(ctx, {
    importId,
    uploadId: requireUpload(row.uploadId),
    step: 'apply',
    everybody: row.layout?.everybody ?? false,
    rejected,
  });
}

/** Has an import taken back. @throws Conflict with the reason when it cannot be. */
export async function askForUndo(ctx: TenantContext, importId: string): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  const hindrance = undoHindrance(row, { last: await findLastApplied(ctx), now: ctx.now });
  if (hindrance !== null) throw new Conflict(hindrance);
  await askForStep(ctx, { importId, uploadId: null, step: 'undo', everybody: false, rejected: 'leave_out' });
}
