import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TenantContext } from '#db/tenancy';
import { getUpload, readUpload } from '~/modules/organizations/queries/read-upload';

type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

interface UploadedFile {
  /** In a folder of its own, under the name that it was uploaded with. */
  readonly place: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

/**
 * Lays an upload down as a file of this machine while the work runs, for what reads files in no order. A folder that
 * a killed worker left is replaced when the work begins again.
 * @throws NotFound when the upload is gone.
 */
export async function withUploadedFile<T>(
  { inTenant, signal }: { readonly inTenant: InTenant; readonly signal: AbortSignal },
  uploadId: string,
  work: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const upload = await inTenant((ctx) => getUpload(ctx, uploadId));
  const folder = path.join(os.tmpdir(), `cadre-upload-${upload.uploadId}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  try {
    const place = path.join(folder, path.basename(upload.name));
    const bytes = Readable.from(readUpload(inTenant, upload), { objectMode: false });
    await pipeline(bytes, createWriteStream(place), { signal });
    const { name, sizeBytes, checksum } = upload;
    return await work({ place, name, sizeBytes, checksum });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
