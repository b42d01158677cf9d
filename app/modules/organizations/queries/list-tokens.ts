import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { type ApiTokenDetails, listTokenDetails } from '../data/api-tokens';

/** A token as its organization lists it. */
export interface ListedToken extends ApiTokenDetails {
  readonly isOver: boolean;
}

/** The tokens of an organization that were not revoked, the newest first. */
export async function listTokensOf(database: Database, organizationId: string): Promise<ListedToken[]> {
  return withAuth(database, async (ctx) => {
    const tokens = await listTokenDetails(ctx, organizationId);
    return tokens.map((token) => ({ ...token, isOver: token.expiresAt <= ctx.now }));
  });
}
