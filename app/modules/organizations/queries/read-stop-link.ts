import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findStopLink, type StopLink } from '../data/cycle-letters';
import { isLinkToken } from '../domain/link-token';
import { linkTokenHash } from './link-token-hash';

/** Which letters the link stops. Throws NotFound, the same for a link that never was and one that is too old. */
export async function readStopLink(database: Database, token: string): Promise<StopLink> {
  return withAuth(database, (ctx) => requireStopLink(ctx, token));
}

/** The letter of a link's token. Throws NotFound. */
export async function requireStopLink(ctx: AuthContext, token: string): Promise<StopLink> {
  const found = isLinkToken(token) ? await findStopLink(ctx, linkTokenHash(token)) : undefined;
  if (!found) throw new NotFound('This link is not valid: it was never made, or it is too old.');
  return found;
}
