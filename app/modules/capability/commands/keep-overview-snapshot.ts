import type { TenantContext } from '#db/tenancy';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { replaceOverviewSnapshot } from '../data/overview-snapshots';
import { quarterUpTo } from '../domain/overview/development-velocity';
import type { Method } from '../queries/get-method';
import { sumOverview } from '../queries/sum-overview';

/**
 * Keeps the sums of the overview with a release, so that a trend can be shown. The stored figures are those of today;
 * they are kept under the day of the release, with the moves of its quarter.
 */
export async function keepOverviewSnapshot(
  ctx: TenantContext,
  { method, asOf }: { readonly method: Method; readonly asOf: string },
): Promise<void> {
  const tree = await getTeamTree(ctx, method.today);
  const { teams } = await sumOverview(ctx, {
    tree,
    liveTeams: new Set(tree.map(({ teamId }) => teamId)),
    constants: method.constants,
    asOf: method.today,
    quarter: quarterUpTo(asOf).from,
  });
  const stamp = { asOf, computedAt: ctx.now, formulaVersion: method.version };
  await replaceOverviewSnapshot(ctx, teams, stamp);
}
