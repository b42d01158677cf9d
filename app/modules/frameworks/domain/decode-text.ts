import { InvalidInput } from '~/shared/errors';
import { MAX_FRAMEWORK_BYTES } from './framework-limits';

function refuse(file: string, place: string, detail: string): never {
  throw new InvalidInput(`${file} cannot be read: ${detail}`, [{ pointer: `${file}${place}`, detail }]);
}

function isWellFormed(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Length of the longest beginning that is UTF-8 (a character cut at its end is allowed). */
function wellFormedLength(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isWellFormed(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 0x0a) line += 1;
  return line;
}

/** Refuses a size in bytes above the limit; callers use it before they read the file. */
export function checkFrameworkSize(size: number, file: string): void {
  if (size <= MAX_FRAMEWORK_BYTES) return;
  const mebibytes = (size / 1024 / 1024).toFixed(1);
  refuse(
    file,
    '',
    `The file has ${mebibytes} MiB; at most ${MAX_FRAMEWORK_BYTES / 1024 / 1024} MiB are read.`,
  );
}

/**
 * The text of a framework file: strict UTF-8 without its byte order mark.
 * @throws InvalidInput for more than 5 MiB, an empty file, a NUL byte (a binary file) or bytes that are not
 * UTF-8, each with the line where it was met.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  checkFrameworkSize(bytes.length, file);
  if (bytes.length === 0) refuse(file, '', 'The file is empty.');
  const nul = bytes.indexOf(0);
  if (nul >= 0) refuse(file, `:${lineAt(bytes, nul)}`, `Byte ${nul + 1} is NUL: this is not a text file.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = wellFormedLength(bytes);
    return refuse(file, `:${lineAt(bytes, offset)}`, `Byte ${offset + 1} is not UTF-8 text.`);
  }
}
