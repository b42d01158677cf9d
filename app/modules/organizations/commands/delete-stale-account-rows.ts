import type { AuthContext } from '#db/tenancy';
import { addDays } from '~/shared/calendar-day';
import { deletePaidCounters } from '../data/attempt-counters';
import { deleteOldNotices } from '../data/cycle-letters';
import { deleteOldSources } from '../data/known-sources';
import { deleteExpiredResets } from '../data/password-resets';
import { deleteExpiredSignUps } from '../data/sign-ups';
import { SOURCE_DAYS } from '../domain/source-days';

/** Days for which a link that stops letters is good after the cycle's end. */
const NOTICE_DAYS = 400;
const SOURCE_MS = SOURCE_DAYS * 86_400_000;

/** Counters that hold nobody back, sources not used for long, links past their end, and letters about cycles long over. */
export async function deleteStaleAccountRows(ctx: AuthContext): Promise<void> {
  await deletePaidCounters(ctx);
  await deleteOldSources(ctx, new Date(ctx.now.getTime() - SOURCE_MS));
  await deleteExpiredSignUps(ctx);
  await deleteExpiredResets(ctx);
  await deleteOldNotices(ctx, addDays(ctx.now.toISOString().slice(0, 10), -NOTICE_DAYS));
}
