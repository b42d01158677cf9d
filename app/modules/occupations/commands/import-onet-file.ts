import { refusal } from '~/shared/csv';

/** One text file of a release, plain, compressed or inside a zip. */
export interface OnetFile {
  /** Name without folders and without `.gz`. */
  readonly name: string;
  /** Bytes that it takes where it lies. */
  readonly packedBytes: number;
  /** Its text, byte by byte, unpacked. Errors of the disk or of the packing are thrown while it is read. */
  open(): AsyncIterable<Uint8Array>;
}

/** A release as it lies: a folder, a zip or a single file. */
export interface OnetSource {
  /** Name of the folder, zip or file without its folders. */
  readonly name: string;
  readonly files: readonly OnetFile[];
  close(): Promise<void>;
}

/** Most files, most bytes in all after unpacking, and the most that unpacking may multiply. */
export const ONET_LIMITS = { files: 1_000, bytes: 2 * 1024 ** 3, ratio: 100 } as const;

/** Below this size a file may be packed as tightly as it likes. */
const FREE_BYTES = 1024 ** 2;

/** What may still be unpacked of a release, counted over its files. */
export interface ByteBudget {
  left: number;
}

/**
 * The bytes of a file, counted.
 * @throws InvalidInput when they are more than the limits allow, or when the file is damaged.
 */
export async function* readWithinLimits(file: OnetFile, budget: ByteBudget): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of file.open()) {
      bytes += chunk.byteLength;
      budget.left -= chunk.byteLength;
      if (budget.left < 0) throw tooMuch(file.name);
      if (bytes > FREE_BYTES && bytes > file.packedBytes * ONET_LIMITS.ratio) throw tooTight(file.name);
      yield chunk;
    }
  } catch (error) {
    throw readable(error, file.name);
  }
}

export function tooMuch(file: string) {
  return refusal(file, [{ pointer: file, detail: 'Unpacked, the release has more than 2 GB.' }]);
}

export function tooTight(file: string) {
  const detail = `Unpacked, it is more than ${ONET_LIMITS.ratio} times as large; no release is packed so.`;
  return refusal(file, [{ pointer: file, detail }]);
}

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'It may not be read.',
  EISDIR: 'This is a folder, not a file.',
};

/** The error of a disk or a packed file as a refusal that names the file; other errors as they are. */
export function readable(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return error;
  if (code in DISK_FAULTS) return refusal(file, [{ pointer: file, detail: DISK_FAULTS[code] ?? '' }]);
  if (!code.startsWith('Z_')) return error;
  const detail =
    code === 'Z_BUF_ERROR'
      ? 'The packed file ends too early.'
      : 'The packed file is damaged and cannot be read.';
  return refusal(file, [{ pointer: file, detail }]);
}
