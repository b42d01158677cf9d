import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { NotFound, Unavailable } from '~/shared/errors';
import { findUpload, listUploadChunks, type UploadRow } from '../data/upload-rows';

/** Pieces of one transaction: 2 MiB. */
const BATCH = 8;

type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

/** A whole upload. Throws NotFound when it is gone. */
export async function getUpload(ctx: TenantContext, uploadId: string): Promise<UploadRow> {
  const upload = await findUpload(ctx, uploadId);
  if (!upload) throw new NotFound('The uploaded file is no longer there. Send it again.');
  return upload;
}

/** Whether an upload is still kept. */
export async function hasUpload(ctx: TenantContext, uploadId: string): Promise<boolean> {
  return (await findUpload(ctx, uploadId)) !== undefined;
}

/**
 * The bytes of an upload, read in short transactions as fast as they are taken.
 * @throws Unavailable at the end when they are not those that were uploaded.
 */
export async function* readUpload(inTenant: InTenant, upload: UploadRow): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for (let from = 0; ; from += BATCH) {
    const chunks = await inTenant((ctx) => listUploadChunks(ctx, upload.uploadId, { from, limit: BATCH }));
    for (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    if (chunks.length < BATCH) break;
  }
  if (hash.digest('hex') !== upload.checksum)
    throw new Unavailable('The uploaded file was not stored whole. Send it again.');
}
