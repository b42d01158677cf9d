import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import type { SessionStage } from '../data/sessions';
import { hasSecondFactor } from '../data/sign-in-policies';

/** How far a session of a user gets by the password alone. */
export async function sessionStageOf(database: Database, userId: string): Promise<SessionStage> {
  return withAuth(database, async (ctx) => ((await hasSecondFactor(ctx, userId)) ? 'second_factor' : 'full'));
}
