import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findInvitationByToken, type OpenInvitation } from '../data/invitations';
import { findUserByEmail } from '../data/users';
import { isLinkToken } from '../domain/link-token';
import { linkTokenHash } from './link-token-hash';

const VOID =
  'This invitation is not valid: it was used or taken back, or its time is over. Ask for another one.';

/** An invitation for who holds its link. hasAccount: somebody signs in with its address already. */
export interface InvitationForHolder {
  readonly email: string;
  readonly role: OpenInvitation['role'];
  readonly organizationName: string;
  readonly hasAccount: boolean;
}

/** What the link invites to. Throws NotFound, the same for a link that never was, is used, void or over. */
export async function readInvitation(database: Database, token: string): Promise<InvitationForHolder> {
  return withAuth(database, async (ctx) => {
    const { email, role, organizationName } = await requireInvitation(ctx, token);
    const hasAccount = (await findUserByEmail(ctx, email)) !== undefined;
    return { email, role, organizationName, hasAccount };
  });
}

/** The open invitation of a link's token. Throws NotFound. */
export async function requireInvitation(ctx: AuthContext, token: string): Promise<OpenInvitation> {
  const found = isLinkToken(token) ? await findInvitationByToken(ctx, linkTokenHash(token)) : undefined;
  if (!found) throw new NotFound(VOID);
  return found;
}
