import { createHash } from 'node:crypto';
import { shownNames } from './table-columns';

/** SHA-256 of the names of columns, hexadecimal: files of one program have the same. */
export function namesFingerprint(header: readonly string[]): string {
  const names = header.map((name) => name.trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

/** The same of the names as a page shows them, which is what is known of a file that waits for them. */
export function headerFingerprint(header: readonly string[]): string {
  return namesFingerprint(shownNames(header));
}
