import type { TenantContext } from '#db/tenancy';
import { targetRevision, targetsOn } from '~/modules/people/domain/plan-targets';
import type { RoleBand } from '~/modules/people/domain/role-band';
import { countPeopleTouched } from '~/modules/people/queries/count-target-holders';
import { listTargetPeriods } from '~/modules/people/queries/list-target-periods';
import type { BulkProfile } from '../domain/targets/bulk-targets';
import { defaultTargets, writtenTargets } from '../domain/targets/target-profile-view';
import { getMethod } from './get-method';
import { titlesOf } from './titles-of';

export interface ProfilePair {
  readonly soc: string;
  readonly roleBand: RoleBand;
}

export interface BulkProfiles {
  readonly profiles: readonly (BulkProfile & { readonly title: string })[];
  /** Of all of them together; goes back with the change. */
  readonly revision: string;
  /** People whom they set targets on the day, each once. */
  readonly people: number;
}

/** Several target profiles on a day, to change them together. An unknown occupation is a profile that is not written. */
export async function listBulkProfiles(
  ctx: TenantContext,
  pairs: readonly ProfilePair[],
  day: string,
): Promise<BulkProfiles> {
  const { instruments, constants } = await getMethod(ctx);
  const codes = [...new Set(pairs.map(({ soc }) => soc))];
  const titles = await titlesOf(ctx, codes);
  const byPair = Map.groupBy(await listTargetPeriods(ctx, codes), keyOf);
  const question = { day, minimumShare: constants.minimumShare, teamIds: null };
  return {
    profiles: pairs.map(({ soc, roleBand }) => ({
      ...{ soc, roleBand },
      title: titles[soc] ?? soc,
      written: writtenTargets(targetsOn(byPair.get(keyOf({ soc, roleBand })) ?? [], day)),
      byDefault: defaultTargets(roleBand, instruments),
    })),
    revision: targetRevision(pairs.flatMap((pair) => byPair.get(keyOf(pair)) ?? [])),
    people: await countPeopleTouched(ctx, pairs, question),
  };
}

const keyOf = ({ soc, roleBand }: ProfilePair) => `${soc} ${roleBand}`;
