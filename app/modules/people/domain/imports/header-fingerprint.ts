import { createHash } from 'node:crypto';
import { keptNames, shownNames } from './header-names';

/**
 * SHA-256 of the names of columns, hexadecimal: files of one program have the same. Columns at the end that have no name
 * but their place, as cells beyond the header are exported, do not count.
 */
export function namesFingerprint(header: readonly string[]): string {
  const names = keptNames(header).map((name) => name.trim().toLowerCase());
  const last = names.findLastIndex((name, at) => name !== `column ${at + 1}`);
  return createHash('sha256')
    .update(JSON.stringify(names.slice(0, last + 1)))
    .digest('hex');
}

/** The same of the names as a page shows them, under which columns of other tables than people are remembered. */
export function headerFingerprint(header: readonly string[]): string {
  return namesFingerprint(shownNames(header));
}
