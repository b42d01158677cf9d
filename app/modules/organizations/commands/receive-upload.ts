import { createHash, randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { deleteUpload, insertUpload, insertUploadChunks, updateUploadComplete } from '../data/upload-rows';

const CHUNK_BYTES = 256 * 1024;
/** Pieces of one transaction: 2 MiB. */
const BATCH = 8;
const KEPT_MS = 24 * 3_600_000;

type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

interface Incoming {
  readonly name: string;
  readonly data: AsyncIterable<Uint8Array>;
  /** Most bytes that are taken. */
  readonly maxBytes: number;
}

export interface ReceivedUpload {
  readonly uploadId: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * Stores a file for the worker in pieces while it arrives, a short transaction for every 2 MiB. It counts as whole
 * once the last piece is there, and expires after a day.
 * @throws InvalidInput for an empty file and for one that is too large, of which nothing is kept.
 */
export async function receiveUpload(inTenant: InTenant, incoming: Incoming): Promise<ReceivedUpload> {
  const uploadId = randomUUID();
  const { name } = incoming;
  await inTenant((ctx) =>
    insertUpload(ctx, { uploadId, name, expiresAt: new Date(ctx.now.getTime() + KEPT_MS) }),
  );
  try {
    const { sizeBytes, checksum } = await storeChunks(inTenant, uploadId, incoming);
    await inTenant((ctx) => updateUploadComplete(ctx, { uploadId, sizeBytes, checksum }));
    return { uploadId, name, sizeBytes };
  } catch (error) {
    await inTenant((ctx) => deleteUpload(ctx, uploadId)).catch(() => {});
    throw error;
  }
}

async function storeChunks(
  inTenant: InTenant,
  uploadId: string,
  { name, data, maxBytes }: Incoming,
): Promise<{ sizeBytes: number; checksum: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let first = 0;
  let waiting: Buffer[] = [];
  const store = async () => {
    const chunks = waiting;
    waiting = [];
    await inTenant((ctx) => insertUploadChunks(ctx, uploadId, { first, chunks }));
    first += chunks.length;
  };
  for await (const chunk of inChunks(counted(data))) {
    waiting.push(chunk);
    if (waiting.length === BATCH) await store();
  }
  if (sizeBytes > maxBytes) throw new InvalidInput(`${name} is larger than ${asMebibytes(maxBytes)} MiB.`);
  if (sizeBytes === 0) throw new InvalidInput('No file was chosen, or it is empty.');
  if (waiting.length > 0) await store();
  return { sizeBytes, checksum: hash.digest('hex') };

  /** Counts and hashes; what is beyond the limit is read, since the sender reads no answer before, and thrown away. */
  async function* counted(bytes: AsyncIterable<Uint8Array>) {
    for await (const piece of bytes) {
      sizeBytes += piece.length;
      if (sizeBytes > maxBytes) continue;
      hash.update(piece);
      yield piece;
    }
  }
}

/** The same bytes in pieces of one size; the last may be shorter. */
async function* inChunks(data: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of data) {
    held.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    const all = Buffer.concat(held);
    let start = 0;
    for (; all.length - start >= CHUNK_BYTES; start += CHUNK_BYTES)
      yield all.subarray(start, start + CHUNK_BYTES);
    held = [Buffer.from(all.subarray(start))];
    length = all.length - start;
  }
  if (length > 0) yield Buffer.concat(held);
}

const asMebibytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
