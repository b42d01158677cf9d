import type { TenantContext } from '#db/tenancy';
import {
  type FiguresGrouping,
  type FiguresSelection,
  sumPersonFigures,
} from '~/modules/capability/data/person-figures';
import { readSums } from '~/modules/capability/domain/person-sums';
import { sumGroups } from '~/modules/capability/queries/counted-groups';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';

const EVERYBODY: FiguresSelection = {
  ...{ teamIds: null, siteIds: null, socs: null, bands: null, kinds: null, available: null },
};

/** Every grouping of everybody and of some parts, as counted in memory and as summed by the database. */
export async function countedBothWays(ctx: TenantContext) {
  const tree = await getTeamTree(ctx, (await getMethod(ctx)).today);
  const teams = new Map(tree.map((team, at) => [team.teamId, `part ${at % 3}`]));
  const groupings: FiguresGrouping[] = [
    ...[{ by: 'site' } as const, { by: 'occupation' } as const, { by: 'band' } as const],
    // A team that no group is named for is counted nowhere.
    { by: 'team', groupOf: new Map([...teams].slice(1)) },
  ];
  const selections: FiguresSelection[] = [
    EVERYBODY,
    { ...EVERYBODY, kinds: ['employee'], available: true },
    { ...EVERYBODY, siteIds: [null], bands: [1, 2] },
    { ...EVERYBODY, socs: ['33-9032.00', null], available: false },
  ];
  const counted: [string, unknown][] = [];
  const summed: [string, unknown][] = [];
  for (const [at, selection] of selections.entries())
    for (const grouping of groupings) {
      const groups = await sumGroups(ctx, { selection, grouping });
      for (const [group, cells] of groups) counted.push([`${at} ${grouping.by} ${group}`, cells]);
      for (const { group, sum, newestDays } of await sumPersonFigures(ctx, selection, grouping))
        summed.push([`${at} ${grouping.by} ${group ?? ''}`, readSums(sum, newestDays)]);
    }
  const inOrder = (all: [string, unknown][]) => all.sort(([a], [b]) => (a < b ? -1 : 1));
  return { counted: inOrder(counted), summed: inOrder(summed) };
}
