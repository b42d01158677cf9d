import type { TenantContext } from '#db/tenancy';
import { listGroups } from '../data/crosswalk-lookups';
import { codesAbove, lineageOf, mergeGroups, type ShownGroup } from '../domain/crosswalk/soc-lineage';

/** All groups of the occupational classification, in order of code; empty where no structure is loaded. */
export async function socGroups(ctx: TenantContext): Promise<ShownGroup[]> {
  return mergeGroups(await listGroups(ctx));
}

/** The groups above an occupation: major, minor, broad, detailed, and itself where it is an O*NET occupation. */
export async function socLineage(ctx: TenantContext, soc: string): Promise<ShownGroup[]> {
  return lineageOf(soc, mergeGroups(await listGroups(ctx, codesAbove(soc))));
}
