import type { TenantContext } from '#db/tenancy';
import { deleteUpload } from '../data/upload-rows';

/** Deletes an uploaded file; one that is gone already is no error. */
export async function removeUpload(ctx: TenantContext, uploadId: string): Promise<void> {
  await deleteUpload(ctx, uploadId);
}
