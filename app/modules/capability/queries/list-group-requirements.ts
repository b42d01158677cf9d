import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { listCells } from '../data/heatmap-cells';
import type { MethodConstants } from '../domain/constants';
import { countAtLevel, type GroupCount } from '../domain/requirements/requirement-state';
import { hasRequirement, type TeamCell } from '../domain/team-cell';
import type { LiveTeams } from './get-requirement-access';
import { listRequirementStates } from './list-requirement-states';

/** What a group asks for in one dimension, and how its stored figures stand to it. */
export interface GroupRequirement {
  readonly teamId: string;
  /** Name of the team. */
  readonly team: string;
  readonly level: Level;
  readonly minimum: number;
  readonly count: GroupCount;
  /** Day of the stored figures. */
  readonly asOf: string;
}

interface Groups {
  /** Teams in which people are; the ones above are found from them. */
  readonly teamIds: readonly string[];
  readonly constants: MethodConstants;
}

/**
 * The requirements that somebody directly in a team can meet, written and implicit (method.md 5): those of the team and of
 * all above it that the access names. From the stored cells, as the heatmap has them.
 */
export async function listGroupRequirements(
  ctx: TenantContext,
  access: LiveTeams,
  { teamIds, constants }: Groups,
): Promise<(teamId: string, dimension: Dimension) => GroupRequirement[]> {
  const { tree, liveTeams, asOf } = access;
  const parents = new Map(tree.map((team) => [team.teamId, team.parentId]));
  const children = Map.groupBy(tree, (team) => team.parentId);
  const names = new Map(tree.map((team) => [team.teamId, team.name]));
  const chains = new Map(teamIds.map((teamId) => [teamId, chainOf(teamId, parents, access)]));
  const above = [...new Set([...chains.values()].flat())];
  const wanted = new Set(
    above.flatMap((id) => [id, ...(children.get(id) ?? []).map((child) => child.teamId)]),
  );
  const cells = new Map(
    (await listCells(ctx, [...wanted], 'group')).map((row) => [`${row.teamId} ${row.dimension}`, row.cell]),
  );
  const written = await listRequirementStates(ctx, { tree, liveTeams, asOf });
  const states = Map.groupBy(
    written.flatMap(({ dimension, level, minimum, states: groups }) =>
      groups.map((group) => ({ key: `${group.teamId} ${dimension}`, level, minimum, group })),
    ),
    ({ key }) => key,
  );
  return (teamId, dimension) =>
    (chains.get(teamId) ?? []).flatMap((id): GroupRequirement[] => {
      const team = names.get(id) ?? '';
      const own = (states.get(`${id} ${dimension}`) ?? []).map(({ level, minimum, group }) => {
        const { holders, unassessed, due } = group;
        return { teamId: id, team, level, minimum, count: { holders, unassessed, due }, asOf };
      });
      const cell = cells.get(`${id} ${dimension}`);
      const below = (children.get(id) ?? []).flatMap(
        (child) => cells.get(`${child.teamId} ${dimension}`) ?? [],
      );
      if (!cell || !isImplicit(cell, below, constants)) return own;
      const level = cell.criticalMin as Level;
      const minimum = constants.implicitHolders;
      return [...own, { teamId: id, team, level, minimum, count: countAtLevel(cell, level), asOf }];
    });
}

/** The team and those above it, as far as the access names them. */
function chainOf(
  teamId: string,
  parents: ReadonlyMap<string, string | null>,
  { liveTeams }: Pick<LiveTeams, 'liveTeams'>,
): string[] {
  const chain: string[] = [];
  for (let at: string | null | undefined = teamId; at && liveTeams.has(at); at = parents.get(at)) {
    if (chain.includes(at)) break;
    chain.push(at);
  }
  return chain;
}

/** The lowest group on which three people share a critical target. */
function isImplicit(cell: TeamCell, below: readonly TeamCell[], constants: MethodConstants): boolean {
  return hasRequirement(cell, constants) && !below.some((child) => hasRequirement(child, constants));
}
