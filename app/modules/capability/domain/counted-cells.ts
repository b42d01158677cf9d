/**
 * Counted cells: the rows of a heatmap from the cells of groups without common people.
 * Formula: a team's row is the sum of its parts: one for each of its child teams and one for the people directly in it,
 * so that its single point is decided as for the stored cells (roll-up.ts); any other row is one group, whose own
 * critical targets make its requirement. Unit and range: of team-cell.ts. Missing: a row of nobody is left out.
 * Source: method.md 4 and 5.
 */
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { MethodConstants } from './constants';
import { rollUp } from './roll-up';
import { singlePointOf, type TeamCell } from './team-cell';

/** The twelve cells of a group in the order of DIMENSIONS. */
export type GroupCells = readonly TeamCell[];

export interface CountedCell {
  readonly cell: TeamCell;
  readonly singlePoint: boolean;
}

/** The part of a team's people who are directly in it. */
export const DIRECTLY = '';

/** The cells of a team from its parts, by child team; null when the parts hold nobody. */
export function teamCells(
  parts: ReadonlyMap<string, GroupCells>,
  constants: MethodConstants,
): readonly CountedCell[] | null {
  if (parts.size === 0) return null;
  const children = [...parts.keys()].filter((part) => part !== DIRECTLY);
  return DIMENSIONS.map((_, index): CountedCell => {
    const inDimension = (ids: readonly string[], as: (id: string) => string) =>
      new Map(ids.flatMap((id) => [[as(id), parts.get(id)?.[index]] as const]).filter(hasCell));
    const [rolled] = rollUp({
      teams: [{ teamId: DIRECTLY, depth: 0, childIds: children }],
      direct: inDimension([DIRECTLY], () => DIRECTLY),
      stored: inDimension(children, (id) => id),
      constants,
    });
    if (!rolled) throw new Error('a team was not rolled up');
    return { cell: rolled.cell, singlePoint: rolled.singlePoint };
  });
}

/** The cells of a group that has no parts: people of a site, an occupation, a band, or directly in a team. */
export function flatCells(
  cells: GroupCells,
  { constants, isDirect = false }: { readonly constants: MethodConstants; readonly isDirect?: boolean },
): readonly CountedCell[] {
  return cells.map((cell) => ({
    cell,
    singlePoint: !isDirect && singlePointOf(cell, false, constants),
  }));
}

function hasCell(entry: readonly [string, TeamCell | undefined]): entry is readonly [string, TeamCell] {
  return entry[1] !== undefined;
}
