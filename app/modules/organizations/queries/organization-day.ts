import type { TenantContext } from '#db/tenancy';
import { type DayText, dayInZone } from '~/shared/calendar-day';
import { getSettings } from './get-settings';

/** The organization's day at the context's moment. Throws NotFound. */
export async function organizationDay(ctx: TenantContext): Promise<DayText> {
  return dayInZone(ctx.now, (await getSettings(ctx)).timeZone);
}
