import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { getTeamsAround } from '~/modules/people/queries/get-teams-around';
import { sumDirectCells } from '../data/direct-cells';
import { listCells, replaceCells, type StoredCell } from '../data/heatmap-cells';
import type { ProfileStamp } from '../data/profiles';
import { rollUp } from '../domain/roll-up';
import type { TeamCell } from '../domain/team-cell';
import type { Method } from '../queries/get-method';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
  readonly watermark: number;
}

/**
 * Computes and stores the cells of these teams and of every team above them; returns how many teams. The people directly
 * in a team are summed for these teams alone: those of the teams above stand stored, as the cells of other teams beneath do.
 */
export async function refreshCells(
  ctx: TenantContext,
  touched: ReadonlySet<string>,
  options: Options,
): Promise<number> {
  const { method, stamp, watermark } = options;
  if (touched.size === 0) return 0;
  const tree = await getTeamsAround(ctx, [...touched], stamp.asOf);
  const parents = new Map(tree.map((team) => [team.teamId, team.parentId]));
  const affected = withAncestors(touched, parents);
  const childIds = Map.groupBy(tree, (team) => team.parentId ?? '');
  const children = (teamId: string) => (childIds.get(teamId) ?? []).map((team) => team.teamId);
  const ids = [...affected].filter((teamId) => parents.has(teamId));
  const untouchedChildren = ids.flatMap(children).filter((teamId) => !affected.has(teamId));

  const above = ids.filter((teamId) => !touched.has(teamId));
  const [summed, stored, storedDirect] = await Promise.all([
    sumDirectCells(
      ctx,
      ids.filter((teamId) => touched.has(teamId)),
      stamp.asOf,
    ),
    listCells(ctx, untouchedChildren, 'group'),
    listCells(ctx, above, 'direct'),
  ]);
  const teams = ids.map((teamId) => ({
    teamId,
    depth: depthOf(teamId, parents),
    childIds: children(teamId),
  }));
  const cells = DIMENSIONS.flatMap((dimension): StoredCell[] => {
    const summedHere = inDimension(summed, dimension);
    const rolled = rollUp({
      teams,
      direct: new Map([...summedHere, ...inDimension(storedDirect, dimension)]),
      stored: inDimension(stored, dimension),
      constants: method.constants,
    });
    return [
      ...rolled
        .filter(({ cell }) => cell.people > 0)
        .map((row) => ({ ...row, rowKind: 'group' as const, dimension })),
      ...[...summedHere].map(([teamId, cell]) => ({
        teamId,
        cell,
        singlePoint: false,
        rowKind: 'direct' as const,
        dimension,
      })),
    ];
  });
  await replaceCells(ctx, { group: [...affected], direct: [...touched] }, { cells, stamp, watermark });
  return affected.size;
}

function inDimension(
  rows: readonly { readonly teamId: string; readonly dimension: Dimension; readonly cell: TeamCell }[],
  dimension: Dimension,
): ReadonlyMap<string, TeamCell> {
  return new Map(rows.filter((row) => row.dimension === dimension).map((row) => [row.teamId, row.cell]));
}

function withAncestors(
  touched: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | null>,
): Set<string> {
  const all = new Set<string>();
  for (const start of touched) {
    for (
      let teamId: string | null | undefined = start;
      teamId && !all.has(teamId);
      teamId = parents.get(teamId)
    ) {
      all.add(teamId);
    }
  }
  return all;
}

function depthOf(teamId: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  for (let above = parents.get(teamId); above; above = parents.get(above)) depth += 1;
  return depth;
}
