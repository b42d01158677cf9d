import type { TenantContext } from '#db/tenancy';
import { listFrameworkHeads } from '../data/framework-heads';
import type { Instrument } from '../domain/dimension';
import { preferredFramework } from './prefer-framework';

/** By occupation, then instrument: the version that counts now, the organization's own before shared ones. */
export async function listVersionsInForce(
  ctx: TenantContext,
  socs: readonly string[],
  instruments: readonly Instrument[],
): Promise<Record<string, Partial<Record<Instrument, string>>>> {
  const heads = await listFrameworkHeads(ctx, { socs });
  const versions: Record<string, Partial<Record<Instrument, string>>> = {};
  for (const soc of socs)
    for (const instrument of instruments) {
      const here = heads.filter((head) => head.soc === soc && head.instrument === instrument);
      const counting = preferredFramework(here);
      if (counting) versions[soc] = { ...versions[soc], [instrument]: counting.version };
    }
  return versions;
}
