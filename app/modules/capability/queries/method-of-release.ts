import type { TenantContext } from '#db/tenancy';
import { findReleaseMethod } from '../data/releases';
import type { MethodConstants } from '../domain/constants';
import type { WhyAnswer } from '../domain/why-figure';

/** What a figure was computed by. */
export interface UsedMethod {
  readonly constants: MethodConstants;
  readonly version: string;
}

/** How a release was computed; the constants of now where it is from before they were kept with it. */
export async function methodOfRelease(
  ctx: TenantContext,
  releaseId: string,
  now: UsedMethod,
): Promise<UsedMethod> {
  const made = await findReleaseMethod(ctx, releaseId);
  return { constants: made?.constants ?? now.constants, version: made?.formulaVersion ?? now.version };
}

/** The constants as "why" names them; the smallest group is no part of any formula. */
export function constantsOf({
  suppressionK: _k,
  trust,
  ...constants
}: MethodConstants): WhyAnswer['constants'] {
  return { ...constants, trust: { ...trust } };
}
