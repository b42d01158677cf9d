import type { TenantContext } from '#db/tenancy';
import type { RoleBand } from '~/modules/people/domain/role-band';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import { type AskedTargets, writtenTargets } from '../domain/targets/target-profile-view';
import { titlesOf } from './titles-of';

export interface CopyableTargets {
  /** Code and band as `33-9032.00:3`. */
  readonly id: string;
  readonly title: string;
  readonly roleBand: RoleBand;
  readonly asked: AskedTargets;
}

/** The other written profiles of a day, by title and band: what a profile can begin with. */
export async function listCopyableTargets(
  ctx: TenantContext,
  profile: { readonly soc: string; readonly roleBand: RoleBand; readonly day: string },
): Promise<CopyableTargets[]> {
  const rows = await listWrittenTargets(ctx, profile.day);
  const titles = await titlesOf(
    ctx,
    rows.map(({ soc }) => soc),
  );
  const found = [...Map.groupBy(rows, ({ soc, roleBand }) => `${soc}:${roleBand}`)].flatMap(([id, of]) => {
    const [first] = of;
    const asked = writtenTargets(of);
    if (!first || !asked || id === `${profile.soc}:${profile.roleBand}`) return [];
    return [{ id, title: titles[first.soc] ?? first.soc, roleBand: first.roleBand, asked }];
  });
  return found.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.roleBand - b.roleBand));
}
