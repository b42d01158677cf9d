import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { listCells, type RowKind, type StoredCell } from '../data/heatmap-cells';
import { cellFigures } from '../domain/cell-figures';
import type { MethodConstants } from '../domain/constants';
import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';
import { emptyTeamCell } from '../domain/team-cell';

interface LiveQuery {
  readonly teams: readonly TeamNode[];
  readonly rowKind: RowKind;
  readonly asOf: string;
  readonly constants: MethodConstants;
  readonly hasChildren: (teamId: string) => boolean;
}

/** Full rows from the stored aggregates; a team without people has none. */
export async function listLiveRows(ctx: TenantContext, query: LiveQuery): Promise<HeatmapRowView[]> {
  const { teams, rowKind, hasChildren } = query;
  const cells = await listCells(
    ctx,
    teams.map((team) => team.teamId),
    rowKind,
  );
  const byTeam = Map.groupBy(cells, (cell) => cell.teamId);
  return teams.flatMap((team): HeatmapRowView[] => {
    const own = byTeam.get(team.teamId);
    if (!own) return [];
    const byDimension = new Map(own.map((cell) => [cell.dimension, cell]));
    return [
      {
        id: team.teamId,
        name: team.name,
        kind: rowKind,
        people: Math.max(...own.map(({ cell }) => cell.people)),
        released: false,
        figuresOf: null,
        hasChildren: rowKind === 'group' && hasChildren(team.teamId),
        cells: DIMENSIONS.map((dimension) => liveCell(dimension, byDimension.get(dimension), query)),
      },
    ];
  });
}

function liveCell(
  dimension: HeatmapCellView['dimension'],
  stored: StoredCell | undefined,
  { asOf, constants }: LiveQuery,
): HeatmapCellView {
  const { distribution, ...figures } = cellFigures(stored?.cell ?? emptyTeamCell(), asOf, constants);
  return {
    dimension,
    suppressed: false,
    ...figures,
    distribution: [...distribution],
    singlePoint: stored?.singlePoint ?? false,
    frameworkVersions: [...(stored?.cell.frameworkVersions ?? [])],
  };
}
