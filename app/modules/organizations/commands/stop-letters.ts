import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { updateLetterStopped } from '../data/cycle-letters';
import { requireStopLink } from '../queries/read-stop-link';

/** Stops letters about a cycle to whoever holds the link of one; safe to repeat. Throws NotFound. */
export async function stopLetters(database: Database, token: string): Promise<void> {
  await withAuth(database, async (ctx) => {
    const { letterId } = await requireStopLink(ctx, token);
    await updateLetterStopped(ctx, letterId);
  });
}
