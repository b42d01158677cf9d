import type { AuthContext } from '#db/tenancy';
import { deletePaidCounters } from '../data/attempt-counters';
import { deleteOldSources } from '../data/known-sources';
import { deleteExpiredResets } from '../data/password-resets';
import { deleteExpiredSignUps } from '../data/sign-ups';
import { SOURCE_DAYS } from '../domain/source-days';

const SOURCE_MS = SOURCE_DAYS * 86_400_000;

/** Counters that hold nobody back, sources not used for long, and links past their end. */
export async function deleteStaleAccountRows(ctx: AuthContext): Promise<void> {
  await deletePaidCounters(ctx);
  await deleteOldSources(ctx, new Date(ctx.now.getTime() - SOURCE_MS));
  await deleteExpiredSignUps(ctx);
  await deleteExpiredResets(ctx);
}
