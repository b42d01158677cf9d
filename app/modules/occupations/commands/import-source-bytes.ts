import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sourceFault } from '../domain/source-table/source-fault';
import type { SourceInput } from './import-source-request';

/** Most bytes of content that one file may have when it is unpacked: 1 GiB. */
const MAX_SOURCE_BYTES = 1024 * 1024 * 1024;
/** The most that unpacking may multiply; below the free size a file may be packed as tightly as it likes. */
const MAX_RATIO = 200;
const FREE_BYTES = 1024 * 1024;

interface Watched {
  readonly signal?: AbortSignal | undefined;
  /** Most bytes of content; 1 GiB where it is not given. */
  readonly most?: number;
  /** Called with the number of bytes of the file as it lies. */
  onBytes?(count: number): void;
}

/**
 * The content of a file, unpacked where it is gzip, piece by piece and never kept.
 * @throws InvalidInput for a damaged or cut off gzip file, and for too much content (a small file can unpack to very much); the signal's reason
 * when it is aborted.
 */
export async function* sourceBytes(input: SourceInput, watched: Watched = {}): AsyncGenerator<Uint8Array> {
  const most = watched.most ?? MAX_SOURCE_BYTES;
  let total = 0;
  let lying = 0;
  const onBytes = (count: number) => {
    lying += count;
    watched.onBytes?.(count);
  };
  for await (const piece of unpacked(input, { ...watched, onBytes })) {
    watched.signal?.throwIfAborted();
    total += piece.length;
    if (total > FREE_BYTES && total > lying * MAX_RATIO)
      throw sourceFault(
        { file: input.name, line: 0 },
        `Unpacked, the file is more than ${MAX_RATIO} times as large; no source is packed so.`,
      );
    if (total > most)
      throw sourceFault(
        { file: input.name, line: 0 },
        `The file unpacks to more than ${most.toLocaleString('en')} bytes, the most that is read.`,
      );
    yield piece;
  }
}

async function* unpacked(input: SourceInput, watched: Watched): AsyncGenerator<Uint8Array> {
  const pieces = counted(input, watched);
  const first = await beginning(pieces);
  const whole = rejoined(first, pieces);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return yield* whole;
  const gunzip = createGunzip();
  pipeline(Readable.from(whole), gunzip, () => {});
  try {
    yield* gunzip;
  } catch (error) {
    if (!/^Z_/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    throw sourceFault({ file: input.name, line: 0 }, 'The gzip file is damaged or cut off.');
  }
}

async function* counted(input: SourceInput, { onBytes }: Watched): AsyncGenerator<Uint8Array> {
  for await (const piece of input.open()) {
    onBytes?.(piece.length);
    if (piece.length > 0) yield piece;
  }
}

/** At least two bytes where the file has them. */
async function beginning(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let start = new Uint8Array();
  while (start.length < 2) {
    const { value, done } = await pieces.next();
    if (done) break;
    start = new Uint8Array([...start, ...value]);
  }
  return start;
}

async function* rejoined(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}
