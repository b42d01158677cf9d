import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';

/**
 * The part of a cell that may be drawn: nothing of a suppressed cell, and of a released row only people,
 * assessed, mean and the at-target band (method.md 9.6), whatever else the cell holds. The server sends no
 * more than this; the drawing keeps to it by itself.
 */
export function visibleCell(row: Pick<HeatmapRowView, 'released'>, cell: HeatmapCellView): HeatmapCellView {
  const { dimension } = cell;
  if (cell.suppressed) return { dimension, suppressed: true };
  if (!row.released) return cell;
  return {
    dimension,
    suppressed: false,
    ...(cell.people === undefined ? {} : { people: cell.people }),
    ...(cell.assessed === undefined ? {} : { assessed: cell.assessed }),
    ...(cell.mean === undefined ? {} : { mean: cell.mean }),
    ...(cell.atTargetBand === undefined ? {} : { atTargetBand: cell.atTargetBand }),
  };
}

/**
 * Share of the people of a cell who are not assessed, 0 to 1, or null when it is not known. For a released
 * row it follows from the people and the assessed that are printed, and says no more than they do.
 */
export function unknownShareOf(cell: HeatmapCellView): number | null {
  if (cell.unknownShare !== undefined && cell.unknownShare !== null) return cell.unknownShare;
  if (!cell.people || cell.assessed === undefined) return null;
  return 1 - cell.assessed / cell.people;
}
