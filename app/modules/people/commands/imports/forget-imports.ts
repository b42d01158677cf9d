import type { TenantContext } from '#db/tenancy';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { deleteImportChangesBefore } from '../../data/import-changes';
import { deleteAllImportRows, deleteImportRowsBefore } from '../../data/import-rows';
import { updateWithoutFiles, updateWithoutHeaders } from '../../data/imports';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Empties previews and headers of all imports, as when somebody is erased, and deletes their files, also those that wait
 * to be read: they may hold anybody. Counts stay.
 */
export async function forgetImports(ctx: TenantContext): Promise<void> {
  for (const uploadId of await updateWithoutFiles(ctx)) await removeUpload(ctx, uploadId);
  await deleteAllImportRows(ctx);
  await updateWithoutHeaders(ctx);
}

/** Deletes previews, and what was known before imports, after 30 days. */
export async function deleteOldImports(ctx: TenantContext): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS);
  await deleteImportRowsBefore(ctx, before);
  await deleteImportChangesBefore(ctx, before);
}
