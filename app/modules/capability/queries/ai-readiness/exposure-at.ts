import type { TenantContext } from '#db/tenancy';
import { type Exposures, exposuresOf } from '~/modules/occupations/queries/ai-evidence-exposures';
import type { ReadinessMoment } from '../../data/readiness-moves';
import { listReleaseExposures } from '../../data/release-exposures';
import { exposureWeight } from '../../domain/ai-readiness/exposure-weight';
import { occupationOfGroup } from '../../domain/ai-readiness/occupation-tree';
import type { ExposureOf } from '../../domain/ai-readiness/readiness-change';

/** The exposures that the catalogue has of these occupations now; null among the codes is no occupation. */
export async function exposuresNow(ctx: TenantContext, socs: Iterable<string | null>): Promise<Exposures> {
  return exposuresOf(ctx, [...new Set([...socs].flatMap((soc) => soc ?? []))].sort());
}

/**
 * What weighed an occupation at a moment: the catalogue's exposure now, and of a release what it froze. An occupation
 * that a release did not hold, and a release of before exposures were frozen, take today's.
 */
export async function exposureAt(
  ctx: TenantContext,
  moment: ReadinessMoment | null,
  now: Exposures,
): Promise<ExposureOf> {
  const weights = new Map([...now.bySoc].map(([soc, { exposure }]) => [soc, exposureWeight(exposure)]));
  if (moment?.kind === 'release') {
    for (const { group, exposure } of await listReleaseExposures(ctx, moment.releaseId))
      weights.set(occupationOfGroup(group), exposure);
  }
  return (soc) => (soc === null ? null : (weights.get(soc) ?? null));
}
