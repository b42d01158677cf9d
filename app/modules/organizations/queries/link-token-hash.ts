import { createHash } from 'node:crypto';

/** SHA-256 of a link's token, hexadecimal: what is stored instead of it. */
export function linkTokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
