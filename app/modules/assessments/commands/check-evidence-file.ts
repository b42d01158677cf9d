import { createHash } from 'node:crypto';
import type { FileScanner } from '~/scan/file-scanner';
import { InvalidInput } from '~/shared/errors';
import { officePackageFault } from '~/shared/office-package';
import { MOST_FILE_BYTES } from '../domain/evidence/evidence-kind';
import { type FileType, MAIN_PARTS } from '../domain/evidence/file-kinds';
import { fileTypeOf } from '../domain/evidence/file-type';

/** A file that may be kept. */
export interface CheckedFile {
  /** Without folders and hidden characters. */
  readonly name: string;
  readonly type: FileType;
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
  readonly scan: 'clean' | 'not_scanned';
}

interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Tells by a file's content what it is, and has it scanned; not for within a transaction: a scan takes its time.
 * @throws InvalidInput for what is no evidence or was refused by the scanner, Unavailable when it could not be scanned.
 */
export async function checkEvidenceFile(
  { name: given, bytes }: SentFile,
  scanner: FileScanner,
): Promise<CheckedFile> {
  const name = given.replace(/[\p{Cc}\p{Cf}"\\/]/gu, '').trim();
  if (bytes.byteLength === 0) throw refused('The file is empty.');
  if (bytes.byteLength > MOST_FILE_BYTES) throw refused('The file has more than 5 MiB.');
  const known = fileTypeOf(bytes, name);
  if ('fault' in known) throw refused(known.fault);
  const { type } = known;
  if (type === 'docx' || type === 'xlsx') {
    const fault = await officePackageFault(bytes, MAIN_PARTS[type]);
    if (fault !== null) throw refused(fault);
  }
  const scan = await scanner.scan(bytes);
  if (scan === 'refused') throw refused('The virus scanner refused the file. It was not kept.');
  return { name, type, bytes, checksum: createHash('sha256').update(bytes).digest('hex'), scan };
}

function refused(detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: 'file', detail }]);
}
