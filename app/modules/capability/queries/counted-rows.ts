import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { ROLE_BAND_LABELS, type RoleBand } from '~/modules/people/domain/role-band';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { listSiteNames } from '~/modules/people/queries/list-site-names';
import type { FiguresGrouping, FiguresSelection } from '../data/person-figures';
import { cellFigures } from '../domain/cell-figures';
import type { MethodConstants } from '../domain/constants';
import { type CountedCell, DIRECTLY, flatCells, type GroupCells, teamCells } from '../domain/counted-cells';
import { type HeatmapRows, NONE } from '../domain/heatmap-filter';
import type { HeatmapRowView } from '../domain/heatmap-view';
import { titlesOf } from './titles-of';

/** Gives the cells of each group of the selected people: of today, or of another day. */
export type GroupCounter = (
  selection: FiguresSelection,
  grouping: FiguresGrouping,
) => Promise<ReadonlyMap<string, GroupCells>>;

export interface CountedQuery {
  readonly rows: Exclude<HeatmapRows, 'person'>;
  /** Whom the viewer sees live and the filter leaves. */
  readonly selection: FiguresSelection;
  /** Of team rows: the team above, and the child teams that the viewer sees live. */
  readonly own: TeamNode | null;
  readonly children: readonly TeamNode[];
  readonly tree: readonly TeamNode[];
  readonly asOf: string;
  readonly constants: MethodConstants;
  readonly count: GroupCounter;
}

/** Full rows counted from people one by one, for any rows and filters; rows of nobody are left out. */
export async function listCountedRows(ctx: TenantContext, query: CountedQuery): Promise<HeatmapRowView[]> {
  if (query.rows === 'team') return teamRows(query);
  const by = query.rows;
  const groups = await query.count(query.selection, { by });
  const names = await namesOf(ctx, by, [...groups.keys()]);
  const rows = [...groups].map(([id, cells]) =>
    rowOf(
      {
        ...{ id: id || NONE, name: names.get(id) ?? NAMELESS[by], kind: 'group', hasChildren: false },
        cells: flatCells(cells, query),
      },
      query,
    ),
  );
  const place = (row: HeatmapRowView) => (row.id === NONE ? 1 : 0);
  const key = (row: HeatmapRowView) => (query.rows === 'band' ? row.id : row.name);
  return rows.sort((a, b) => place(a) - place(b) || (key(a) < key(b) ? -1 : 1));
}

const NAMELESS = {
  site: 'No site',
  occupation: 'No confirmed occupation',
  band: 'No role band',
} as const;

async function namesOf(
  ctx: TenantContext,
  rows: keyof typeof NAMELESS,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (rows === 'band')
    return new Map(Object.entries(ROLE_BAND_LABELS).map(([band, name]) => [band as `${RoleBand}`, name]));
  if (rows === 'site') return new Map((await listSiteNames(ctx)).map(({ siteId, name }) => [siteId, name]));
  const titles = await titlesOf(ctx, ids.filter(Boolean));
  return new Map(ids.filter(Boolean).map((soc) => [soc, titles[soc] ?? soc]));
}

/** Each team of a row counts for the row's child team that it is beneath. */
async function teamRows(query: CountedQuery): Promise<HeatmapRowView[]> {
  const { own, children, tree, constants, selection } = query;
  const childrenOf = Map.groupBy(tree, (team) => team.parentId);
  const groupOf = new Map<string, string>(own ? [[own.teamId, partName(own.teamId, DIRECTLY)]] : []);
  const place = (team: TeamNode, part: string) => {
    groupOf.set(team.teamId, part);
    for (const below of childrenOf.get(team.teamId) ?? []) place(below, part);
  };
  for (const row of children) {
    groupOf.set(row.teamId, partName(row.teamId, DIRECTLY));
    for (const part of childrenOf.get(row.teamId) ?? []) place(part, partName(row.teamId, part.teamId));
  }
  const groups = await query.count(
    { ...selection, teamIds: within(selection.teamIds, groupOf) },
    {
      by: 'team',
      groupOf,
    },
  );
  const partsOf = Map.groupBy(groups, ([name]) => name.split('/')[0] ?? '');
  const rows = children.flatMap(({ teamId, name }) => {
    const parts = (partsOf.get(teamId) ?? []).map(
      ([part, cells]) => [part.split('/')[1] ?? '', cells] as const,
    );
    const cells = teamCells(new Map(parts), constants);
    const hasChildren = childrenOf.has(teamId);
    return cells ? [rowOf({ id: teamId, name, kind: 'group', hasChildren, cells }, query)] : [];
  });
  const direct = own && groups.get(partName(own.teamId, DIRECTLY));
  if (!own || !direct) return rows;
  const cells = flatCells(direct, { constants, isDirect: true });
  return [
    ...rows,
    rowOf({ id: own.teamId, name: own.name, kind: 'direct', hasChildren: false, cells }, query),
  ];
}

function partName(row: string, part: string): string {
  return `${row}/${part}`;
}

/** The teams of the rows that are selected, null when all of them are and no others have people. */
function within(
  teamIds: readonly string[] | null,
  groupOf: ReadonlyMap<string, string>,
): readonly string[] | null {
  return teamIds === null ? null : teamIds.filter((teamId) => groupOf.has(teamId));
}

interface RowParts extends Pick<HeatmapRowView, 'id' | 'name' | 'kind' | 'hasChildren'> {
  readonly cells: readonly CountedCell[];
}

function rowOf({ cells, ...row }: RowParts, { asOf, constants }: CountedQuery): HeatmapRowView {
  return {
    ...row,
    people: Math.max(...cells.map(({ cell }) => cell.people)),
    released: false,
    figuresOf: null,
    cells: DIMENSIONS.map((dimension, index) => {
      const counted = cells[index];
      if (!counted) throw new Error(`no cell of ${dimension}`);
      const { distribution, ...figures } = cellFigures(counted.cell, asOf, constants);
      return {
        dimension,
        suppressed: false,
        ...figures,
        distribution: [...distribution],
        singlePoint: counted.singlePoint,
        ...(counted.cell.frameworkVersions.length > 0
          ? { frameworkVersions: [...counted.cell.frameworkVersions] }
          : {}),
      };
    }),
  };
}
