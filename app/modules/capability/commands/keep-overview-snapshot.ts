import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { replaceOverviewSnapshot } from '../data/overview-snapshots';
import { quarterUpTo } from '../domain/overview/development-velocity';
import type { FrozenRequirement } from '../domain/suppression/released-overview';
import type { Method } from '../queries/get-method';
import { type SummedOverview, sumOverview } from '../queries/sum-overview';
import type { PastTeams } from './past-teams';

interface Snapshot {
  readonly method: Method;
  readonly asOf: string;
  /** Of a day that is over, computed for it (valid then, as known now); null: today, as stored. */
  readonly past: PastTeams | null;
}

/** Keeps the sums of the overview with a release, so that a trend can be shown; the requirements of its day on teams. */
export async function keepOverviewSnapshot(
  ctx: TenantContext,
  { method, asOf, past }: Snapshot,
): Promise<FrozenRequirement[]> {
  const tree = await getTeamTree(ctx, asOf);
  const summed = await sumOverview(ctx, {
    tree,
    liveTeams: new Set(tree.map(({ teamId }) => teamId)),
    constants: method.constants,
    asOf,
    quarter: quarterUpTo(asOf).from,
    ...(past ? { past: { people: past.people, cells: past.cells(tree) } } : {}),
  });
  const stamp = { asOf, computedAt: ctx.now, formulaVersion: method.version };
  await replaceOverviewSnapshot(ctx, summed.teams, stamp);
  return requirementsOf(summed);
}

/** Written and implied requirements of teams, each once, in one order. */
function requirementsOf({ written, implicit }: SummedOverview): FrozenRequirement[] {
  const all = [
    ...written.flatMap(({ dimension, level, states }) =>
      states.map(({ teamId }) => ({ groupId: teamId, dimension: DIMENSIONS.indexOf(dimension), level })),
    ),
    ...implicit.map(({ teamId, dimension, level }) => ({
      ...{ groupId: teamId, dimension: DIMENSIONS.indexOf(dimension), level },
    })),
  ];
  const byText = new Map(all.map((one) => [`${one.groupId} ${one.dimension} ${one.level}`, one]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
