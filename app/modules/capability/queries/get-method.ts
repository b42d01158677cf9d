import type { TenantContext } from '#db/tenancy';
import { INSTRUMENTS, type Instrument } from '~/modules/frameworks/domain/dimension';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { dayInZone } from '~/shared/calendar-day';
import type { MethodConstants } from '../domain/constants';
import { mergeConstants } from '../domain/constants-overrides';
import { methodVersion } from '../domain/method-version';

export interface Method {
  readonly constants: MethodConstants;
  /** What the organization assesses: where defaults set targets (method.md 2). */
  readonly instruments: readonly Instrument[];
  /** Of the formulas with these constants and instruments (method-version.ts). */
  readonly version: string;
  readonly timeZone: string;
  /** The organization's day at the context's moment. */
  readonly today: string;
}

/** How the organization computes, and its day now. Throws InvalidInput when its stored constants are not valid. */
export async function getMethod(ctx: TenantContext): Promise<Method> {
  const settings = await getSettings(ctx);
  const constants = mergeConstants(settings.constants, settings.suppressionK);
  const instruments = INSTRUMENTS.filter((instrument) => settings.instruments.includes(instrument));
  return {
    constants,
    instruments,
    version: methodVersion(constants, instruments),
    timeZone: settings.timeZone,
    today: dayInZone(ctx.now, settings.timeZone),
  };
}
