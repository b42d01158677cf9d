import type { TenantContext } from '#db/tenancy';
import { listFrameworkHeads } from '../data/framework-heads';
import type { FrameworkKey } from '../data/framework-rows';
import { preferredFramework } from './prefer-framework';

/** Which version counts now, and whether a new own one would. */
export interface VersionStanding {
  /** Null where the occupation has no framework of the instrument. */
  readonly counting: { readonly version: string; readonly own: boolean } | null;
  readonly wouldCount: boolean;
}

/** How an own version would stand beside those that are published, by the rule of prefer-framework. */
export async function getVersionStanding(
  ctx: TenantContext,
  { soc, instrument, version }: FrameworkKey,
): Promise<VersionStanding> {
  const heads = await listFrameworkHeads(ctx, { socs: [soc], instrument });
  const counting = preferredFramework(heads);
  const asked = { own: true, version };
  return {
    counting: counting ? { version: counting.version, own: counting.own } : null,
    wouldCount: preferredFramework<{ own: boolean; version: string }>([asked, ...heads]) === asked,
  };
}
