import { createHash } from 'node:crypto';
import { shownNames } from './table-columns';

/** SHA-256 of the names of columns, hexadecimal: files of one program have the same. */
export function headerFingerprint(header: readonly string[]): string {
  const names = shownNames(header).map((name) => name.trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}
