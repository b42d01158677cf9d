import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { listCells } from '../data/heatmap-cells';
import type { MethodConstants } from '../domain/constants';
import {
  countAtLevel,
  type GroupCount,
  type RequirementState,
  requirementState,
} from '../domain/requirements/requirement-state';
import { hasRequirement } from '../domain/team-cell';
import type { CellOfTeam } from './list-requirement-states';

export interface ImplicitRequirement extends GroupCount {
  readonly teamId: string;
  readonly dimension: Dimension;
  readonly level: Level;
  readonly minimum: number;
  readonly state: RequirementState;
}

interface Question {
  readonly tree: readonly TeamNode[];
  /** Teams that the reader sees live and in full; nothing is told of any other. */
  readonly liveTeams: ReadonlySet<string>;
  readonly constants: MethodConstants;
  /** Of every team that is seen; left out: the stored ones are read. */
  readonly cells?: readonly CellOfTeam[];
}

/**
 * The requirements that written critical targets imply (method.md 5), each on the lowest team of which three people
 * share one, with its state, from the stored cells as the heatmap marks them.
 */
export async function listImplicitRequirements(
  ctx: TenantContext,
  { tree, liveTeams, constants, cells: given }: Question,
): Promise<ImplicitRequirement[]> {
  const cells = (given ?? (await listCells(ctx, [...liveTeams], 'group'))).filter(({ cell }) =>
    hasRequirement(cell, constants),
  );
  const parents = new Map(tree.map((team) => [team.teamId, team.parentId]));
  const above = new Set(cells.map((one) => keyOf({ ...one, teamId: parents.get(one.teamId) ?? '' })));
  return cells.flatMap((one): ImplicitRequirement[] => {
    const level = one.cell.criticalMin as Level | null;
    if (level === null || above.has(keyOf(one))) return [];
    const count = countAtLevel(one.cell, level);
    const minimum = constants.implicitHolders;
    const { teamId, dimension } = one;
    return [{ teamId, dimension, level, minimum, ...count, state: requirementState(count, minimum) }];
  });
}

function keyOf({ teamId, dimension }: Pick<CellOfTeam, 'teamId' | 'dimension'>): string {
  return `${teamId} ${dimension}`;
}
