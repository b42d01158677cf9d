import type { TenantContext } from '#db/tenancy';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { dayInZone } from '~/shared/calendar-day';
import { DEFAULT_CONSTANTS, type MethodConstants } from '../domain/constants';

export interface Method {
  readonly constants: MethodConstants;
  readonly timeZone: string;
  /** The organization's day at the context's moment. */
  readonly today: string;
}

/** The organization's constants and its day now. */
export async function getMethod(ctx: TenantContext): Promise<Method> {
  const settings = await getSettings(ctx);
  const constants = {
    ...DEFAULT_CONSTANTS,
    ...(settings.constants as Partial<MethodConstants>),
    suppressionK: settings.suppressionK,
  };
  return { constants, timeZone: settings.timeZone, today: dayInZone(ctx.now, settings.timeZone) };
}
