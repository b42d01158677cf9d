import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findSignUpByToken, type SignUpRow } from '../data/sign-ups';
import { isLinkToken } from '../domain/link-token';
import { linkTokenHash } from './link-token-hash';

const VOID = 'This link is not valid: it was used, or its 24 hours are over. Sign up again.';

/** What a sign-up asks for, for who holds its link. */
export type SignUpForHolder = Pick<SignUpRow, 'email' | 'organizationName' | 'slug'>;

/** The sign-up of a link. Throws NotFound, the same for a link that never was, is used or over. */
export async function readSignUp(database: Database, token: string): Promise<SignUpForHolder> {
  const { email, organizationName, slug } = await withAuth(database, (ctx) => requireSignUp(ctx, token));
  return { email, organizationName, slug };
}

/** The open sign-up of a link's token. Throws NotFound. */
export async function requireSignUp(ctx: AuthContext, token: string): Promise<SignUpRow> {
  const found = isLinkToken(token) ? await findSignUpByToken(ctx, linkTokenHash(token)) : undefined;
  if (!found) throw new NotFound(VOID);
  return found;
}
