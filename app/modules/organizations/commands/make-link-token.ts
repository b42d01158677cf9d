import { randomBytes } from 'node:crypto';
import { linkTokenHash } from '../queries/link-token-hash';

/** A new token for a letter's link, and the hash that is stored instead of it. */
export function makeLinkToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: linkTokenHash(token) };
}
