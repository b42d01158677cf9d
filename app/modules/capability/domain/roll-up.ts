/**
 * Roll-up: a team's cell = the people directly in it + the cells of its child teams, in each dimension.
 * Unit and range: of team-cell.ts. The order of adding does not matter. Source: method.md 4, architecture.md (Jobs).
 */

import type { MethodConstants } from './constants';
import { addTeamCells, emptyTeamCell, hasRequirement, singlePointOf, type TeamCell } from './team-cell';

export interface RollUpInput {
  /** Teams to compute, each with all of its child teams' ids. */
  readonly teams: readonly {
    readonly teamId: string;
    readonly depth: number;
    readonly childIds: readonly string[];
  }[];
  /** Cells of the people directly in a team; a team without people has none. */
  readonly direct: ReadonlyMap<string, TeamCell>;
  /** Cells of teams that are not computed here: the untouched children. */
  readonly stored: ReadonlyMap<string, TeamCell>;
  readonly constants: MethodConstants;
}

export interface RolledUp {
  readonly teamId: string;
  readonly cell: TeamCell;
  readonly singlePoint: boolean;
}

/** The cells of the given teams in one dimension, deepest first. */
export function rollUp(input: RollUpInput): readonly RolledUp[] {
  const computed = new Map<string, TeamCell>();
  const cellOf = (teamId: string) => computed.get(teamId) ?? input.stored.get(teamId) ?? emptyTeamCell();
  const deepestFirst = [...input.teams].sort((a, b) => b.depth - a.depth);
  return deepestFirst.map(({ teamId, childIds }) => {
    const children = childIds.map(cellOf);
    const cell = children.reduce(addTeamCells, input.direct.get(teamId) ?? emptyTeamCell());
    computed.set(teamId, cell);
    const childHas = children.some((child) => hasRequirement(child, input.constants));
    return { teamId, cell, singlePoint: singlePointOf(cell, childHas, input.constants) };
  });
}
