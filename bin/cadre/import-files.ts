import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { checkFrameworkSize } from '~/modules/frameworks/domain/decode-text';
import type { FrameworkDocument } from '~/modules/frameworks/domain/document';
import { MAX_FRAMEWORK_BYTES } from '~/modules/frameworks/domain/framework-limits';
import { readFrameworkDocument } from '~/modules/frameworks/domain/read-framework-document';
import { recogniseFormat } from '~/modules/frameworks/domain/recognise-format';
import { CSV_MAX_BYTES, decodeCsv } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import { type CsvKind, recogniseCsv } from './recognise-csv';

/** What --kind can say. */
export const IMPORT_KINDS = ['framework', 'employees', 'assessments', 'targets', 'positions'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A file that was read and understood as far as its kind. */
export type ReadFile =
  | {
      readonly kind: 'framework';
      readonly file: string;
      readonly document: FrameworkDocument;
      /** SHA-256, hexadecimal. */
      readonly checksum: string;
    }
  | { readonly kind: CsvKind; readonly file: string; readonly text: string };

/** Bytes that are looked at to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

function refuse(file: string, detail: string): never {
  throw new InvalidInput(`${file} was not imported: ${detail}`, [{ pointer: file, detail }]);
}

const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read.',
  EISDIR: 'This is a folder, not a file.',
};

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return refuse(file, SYSTEM_FAULTS[code] ?? `The file cannot be opened (${code}).`);
  }
}

async function readBytes(handle: FileHandle, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** The kind of a file by its beginning, or by what its reader says that it is. */
function kindOf(head: Uint8Array, file: string, told: ImportKind | undefined): ImportKind {
  if (told) return told;
  const recognised = recogniseFormat(head);
  if (recognised.format !== 'unknown') return 'framework';
  const csv = recogniseCsv(head);
  if (csv.kind !== 'unknown') return csv.kind;
  return refuse(file, csv.reason ?? recognised.reason);
}

/**
 * Reads one file for import and recognises it by its content. Its size is looked at before it is read: a framework
 * has at most 5 MiB, a CSV at most 64 MiB.
 * @param told What --kind says; then the content is not asked.
 * @throws InvalidInput with file, place and reason for what cannot be read, is too large or is of no known format.
 */
export async function readImportFile(file: string, told?: ImportKind): Promise<ReadFile> {
  const handle = await openFile(file);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) refuse(file, 'This is a folder or a device, not a file.');
    if (stats.size === 0) refuse(file, 'The file is empty.');
    const kind = kindOf(await readBytes(handle, Math.min(stats.size, HEAD_BYTES)), file, told);
    if (kind === 'framework') {
      checkFrameworkSize(stats.size, file);
      const bytes = await readBytes(handle, Math.min(stats.size, MAX_FRAMEWORK_BYTES));
      const checksum = createHash('sha256').update(bytes).digest('hex');
      return { kind, file, document: readFrameworkDocument(bytes, file), checksum };
    }
    if (stats.size > CSV_MAX_BYTES) {
      const mebibytes = (stats.size / 1024 / 1024).toFixed(1);
      refuse(file, `The file has ${mebibytes} MiB; at most ${CSV_MAX_BYTES / 1024 / 1024} MiB are read.`);
    }
    return { kind, file, text: decodeCsv(await readBytes(handle, stats.size), file) };
  } finally {
    await handle.close();
  }
}
