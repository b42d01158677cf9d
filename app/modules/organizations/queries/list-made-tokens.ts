import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listTokenDetails } from '../data/api-tokens';
import { namesOfWorking } from '../domain/token-rights';
import type { Viewer } from '../domain/viewer';

/** Names of the tokens that the viewer made for the organization and that work now, the newest first. */
export async function listMadeTokens(
  database: Database,
  { id, organization }: Pick<Viewer, 'id' | 'organization'>,
): Promise<string[]> {
  return withAuth(database, async (ctx) => {
    const tokens = await listTokenDetails(ctx, organization.id);
    return namesOfWorking(tokens, { createdBy: id, now: ctx.now });
  });
}
