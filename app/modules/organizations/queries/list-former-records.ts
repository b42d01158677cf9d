import type { TenantContext } from '#db/tenancy';
import { type DayText, dayInZone } from '~/shared/calendar-day';
import { listSignInsTaken } from '../data/audit-entries';
import { getSettings } from './get-settings';

/** Records of people that a user signed in as until a day, by what the audit log says; the last day of each. */
export async function listFormerRecords(
  ctx: TenantContext,
  userId: string,
): Promise<ReadonlyMap<string, DayText>> {
  const taken = await listSignInsTaken(ctx, userId);
  if (taken.length === 0) return new Map();
  const { timeZone } = await getSettings(ctx);
  return new Map(taken.reverse().map(({ at, subjectId }) => [subjectId, dayInZone(at, timeZone)]));
}
