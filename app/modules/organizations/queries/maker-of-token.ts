import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { findTokenMaker } from '../data/api-tokens';

/** The user who made a token of an organization, revoked or not; null: the operator, or somebody who is gone. */
export async function makerOfToken(
  database: Database,
  organizationId: string,
  tokenId: string,
): Promise<string | null> {
  return withAuth(database, (ctx) => findTokenMaker(ctx, organizationId, tokenId));
}
