import type { TenantContext } from '#db/tenancy';

export interface UploadRow {
  readonly uploadId: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

export interface NewUpload {
  readonly uploadId: string;
  readonly name: string;
  readonly expiresAt: Date;
}

/** Begins an upload of the context's actor; its pieces follow. */
export async function insertUpload(ctx: TenantContext, upload: NewUpload): Promise<void> {
  await ctx.tx
    .insertInto('uploads')
    .values({
      ...upload,
      uploadedByKind: ctx.actor.kind,
      uploadedBy: ctx.actor.id,
      uploadedAt: ctx.now,
    })
    .execute();
}

/** Adds pieces, the first at a position from 0. */
export async function insertUploadChunks(
  ctx: TenantContext,
  uploadId: string,
  { first, chunks }: { readonly first: number; readonly chunks: readonly Uint8Array[] },
): Promise<void> {
  for (const [index, chunk] of chunks.entries()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    await ctx.tx
      .insertInto('uploadChunks')
      .values({ uploadId, position: first + index, bytes })
      .execute();
  }
}

/** Notes that the last piece is there. */
export async function updateUploadComplete(
  ctx: TenantContext,
  { uploadId, sizeBytes, checksum }: Omit<UploadRow, 'name'>,
): Promise<void> {
  await ctx.tx.updateTable('uploads').set({ sizeBytes, checksum }).where('uploadId', '=', uploadId).execute();
}

/** A whole upload; undefined when it is gone or was broken off. */
export async function findUpload(ctx: TenantContext, uploadId: string): Promise<UploadRow | undefined> {
  const row = await ctx.tx
    .selectFrom('uploads')
    .select(['uploadId', 'name', 'sizeBytes', 'checksum'])
    .where('uploadId', '=', uploadId)
    .where('sizeBytes', 'is not', null)
    .executeTakeFirst();
  return row as UploadRow | undefined;
}

/** Up to limit pieces from a position on, in order. */
export async function listUploadChunks(
  ctx: TenantContext,
  uploadId: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<Uint8Array[]> {
  const rows = await ctx.tx
    .selectFrom('uploadChunks')
    .select('bytes')
    .where('uploadId', '=', uploadId)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ bytes }) => bytes);
}

export async function deleteUpload(ctx: TenantContext, uploadId: string): Promise<void> {
  await ctx.tx.deleteFrom('uploads').where('uploadId', '=', uploadId).execute();
}

/** Deletes the uploads whose time is over. */
export async function deleteExpiredUploads(ctx: TenantContext): Promise<void> {
  await ctx.tx.deleteFrom('uploads').where('expiresAt', '<', ctx.now).execute();
}
