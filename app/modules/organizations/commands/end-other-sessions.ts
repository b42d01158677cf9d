import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { deleteOtherSessionsOf } from '../data/sessions';

/** Ends all sessions of a person but the one with this key (SignedIn.sessionKey). */
export async function endOtherSessions(database: Database, userId: string, keptKey: string): Promise<void> {
  await withAuth(database, (ctx) => deleteOtherSessionsOf(ctx, userId, keptKey));
}
