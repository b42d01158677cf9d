import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { listMemberships } from '../data/memberships';
import { lockPasswordResetByToken } from '../data/password-resets';
import { findUserByEmail, type UserRow } from '../data/users';
import { isLinkToken } from '../domain/link-token';
import { linkTokenHash } from './link-token-hash';

const VOID = 'This link is not valid: it was used, or its hour is over. Ask for another one.';

/** Whose password a link changes, as a password is judged by. */
export interface ResetForHolder extends Pick<UserRow, 'userId' | 'email' | 'name'> {
  readonly organizations: readonly string[];
}

/** Whose password the link changes. Throws NotFound, the same for a link that never was, is used or over. */
export async function readReset(database: Database, token: string): Promise<ResetForHolder> {
  return withAuth(database, (ctx) => requireReset(ctx, token));
}

/** The account of an open link, which no other transaction uses until this one ends. Throws NotFound. */
export async function requireReset(ctx: AuthContext, token: string): Promise<ResetForHolder> {
  const reset = isLinkToken(token) ? await lockPasswordResetByToken(ctx, linkTokenHash(token)) : undefined;
  const user = reset && (await findUserByEmail(ctx, reset.email));
  if (!user) throw new NotFound(VOID);
  const { userId, email, name } = user;
  const memberships = await listMemberships(ctx, userId);
  return { userId, email, name, organizations: memberships.map((one) => one.name) };
}
