import type { Selectable } from 'kysely';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
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

const BATCH = 1_000;

/** Replaces all cells of these teams by the given ones; a team that has none left has no cells. */
export async function replaceCells(
  ctx: TenantContext,
  teamIds: readonly string[],
  replacement: {
    readonly cells: readonly StoredCell[];
    readonly stamp: ProfileStamp;
    readonly watermark: number;
  },
): Promise<void> {
  if (teamIds.length === 0) return;
  await ctx.tx
    .deleteFrom('heatmapCells')
    .where('groupKind', '=', 'team')
    .where('groupId', 'in', teamIds)
    .execute();
  const { cells, stamp, watermark } = replacement;
  for (let start = 0; start < cells.length; start += BATCH) {
    const values = cells
      .slice(start, start + BATCH)
      .map(({ teamId, rowKind, dimension, cell, singlePoint }) => {
        const { noTarget: _derived, ...sums } = cell;
        return {
          ...sums,
          frameworkVersions: [...cell.frameworkVersions],
          groupKind: 'team' as const,
          groupId: teamId,
          rowKind,
          dimension,
          singlePoint,
          ...stamp,
          sourceWatermark: watermark,
        };
      });
    await ctx.tx.insertInto('heatmapCells').values(values).execute();
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
    .selectAll()
    .where('groupKind', '=', 'team')
    .where('rowKind', '=', rowKind)
    .where('groupId', 'in', teamIds)
    .execute();
  return rows.map(toCell);
}

function toCell(row: Selectable<AppTables['heatmapCells']>): StoredCell {
  const { groupId, rowKind, dimension, singlePoint, people, withTarget } = row;
  return {
    teamId: groupId,
    rowKind: rowKind as RowKind,
    dimension: dimension as Dimension,
    cell: teamCellOf({ ...row, noTarget: people - withTarget }),
    singlePoint,
  };
}
