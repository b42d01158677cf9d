import type { TenantContext } from '#db/tenancy';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { dayInZone } from '~/shared/calendar-day';

/** The organization's day (YYYY-MM-DD) at the context's moment. */
export async function organizationDay(ctx: TenantContext): Promise<string> {
  return dayInZone(ctx.now, (await getSettings(ctx)).timeZone);
}
