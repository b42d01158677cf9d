import { randomBytes } from 'node:crypto';
import { invitationTokenHash } from '../queries/read-invitation';

/** A new token for an invitation's link, and the hash that is stored instead of it. */
export function makeInvitationToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: invitationTokenHash(token) };
}
