import { type Selectable, sql } from 'kysely';
import { columnLists, type ListedColumn } from '#db/column-lists';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';
import { stampColumns } from '../domain/figures-stamp';
import { type TeamCell, teamCellOf } from '../domain/team-cell';
import type { ProfileStamp } from './profiles';

export type RowKind = 'group' | 'direct';

export interface StoredCell {
  readonly teamId: string;
  readonly rowKind: RowKind;
  readonly dimension: Dimension;
  readonly cell: TeamCell;
  readonly singlePoint: boolean;
}

/** Sums of a cell that have a column of their name, apart from those named below. */
const COUNTS = [
  ...(['people', 'assessed', 'n0', 'n1', 'n2', 'n3', 'n4', 'withTarget', 'writtenTarget'] as const),
  ...(['assessedWithTarget', 'targetSum', 'gapSum', 'weightedGapSum', 'weightedTargetSum'] as const),
  ...(['atTarget', 'recheckDue', 'diffSum', 'diffN', 'newestDay', 'nextChangeDay'] as const),
  ...(['h1', 'h2', 'h3', 'h4', 'criticalPeople', 'criticalMin'] as const),
] as const;

const COLUMNS: Readonly<Record<string, ListedColumn<StoredCell>>> = {
  group_id: ['uuid', (row) => row.teamId],
  row_kind: ['text', (row) => row.rowKind],
  dimension: ['text', (row) => row.dimension],
  single_point: ['boolean', (row) => row.singlePoint],
  strength_units: ['bigint', ({ cell }) => cell.strengthUnits],
  framework_versions: ['text[]', ({ cell }) => cell.frameworkVersions],
  ...Object.fromEntries(
    COUNTS.map((name): [string, ListedColumn<StoredCell>] => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      ['integer', ({ cell }) => cell[name]],
    ]),
  ),
};

/** What is read of a cell: not when it was computed, a moment for each row that nobody looks at. */
const READ = [
  ...(['groupId', 'rowKind', 'dimension', 'singlePoint', 'strengthUnits', 'frameworkVersions'] as const),
  ...COUNTS,
] as const;

const BATCH = 6_000;

/** Replaces the cells of these teams, of each kind of its own, by the given ones; a team that has none left has no cells. */
export async function replaceCells(
  ctx: TenantContext,
  teamIds: Readonly<Record<RowKind, readonly string[]>>,
  replacement: {
    readonly cells: readonly StoredCell[];
    readonly stamp: ProfileStamp;
    readonly watermark: number;
  },
): Promise<void> {
  const { group, direct } = teamIds;
  if (group.length + direct.length === 0) return;
  await ctx.tx
    .deleteFrom('heatmapCells')
    .where('groupKind', '=', 'team')
    .where(
      sql<boolean>`(row_kind = 'group' and group_id = any(${group}::uuid[])
                    or row_kind = 'direct' and group_id = any(${direct}::uuid[]))`,
    )
    .execute();
  const { cells, stamp, watermark } = replacement;
  const same = { ...stampColumns(stamp), source_watermark: ['bigint', watermark] as const };
  for (const batch of batches(cells, BATCH)) {
    const lists = columnLists(COLUMNS, batch, same);
    await sql`
      insert into heatmap_cells (organization_id, group_kind, ${lists.names})
      select ${ctx.organizationId}::uuid, 'team', ${lists.values}
        from ${lists.rows}`.execute(ctx.tx);
  }
}

/** The stored cells of these teams. */
export async function listCells(
  ctx: TenantContext,
  teamIds: readonly string[],
  rowKind: RowKind,
): Promise<StoredCell[]> {
  if (teamIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('heatmapCells')
    .select(READ)
    .where('groupKind', '=', 'team')
    .where('rowKind', '=', rowKind)
    .where(sql<boolean>`group_id = any(${teamIds}::uuid[])`)
    .execute();
  return rows.map(toCell);
}

function toCell(row: Pick<Selectable<AppTables['heatmapCells']>, (typeof READ)[number]>): StoredCell {
  const { groupId, rowKind, dimension, singlePoint, people, withTarget } = row;
  return {
    teamId: groupId,
    rowKind: rowKind as RowKind,
    dimension: dimension as Dimension,
    cell: teamCellOf({ ...row, noTarget: people - withTarget }),
    singlePoint,
  };
}
