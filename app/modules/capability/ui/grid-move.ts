export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  /** Number of cells of each row; rows may differ. */
  readonly rowLengths: readonly number[];
}

/**
 * Where a key leads from a place in a grid, or null when the key is not one that moves. At an edge the place
 * stays. Home and End go to the ends of the row, with `whole` (the control key) to the ends of the grid.
 */
export function gridMove(options: {
  readonly key: string;
  readonly whole: boolean;
  readonly from: GridPlace;
  readonly size: GridSize;
}): GridPlace | null {
  const { key, whole, from, size } = options;
  const lastRow = size.rowLengths.length - 1;
  const lengthOf = (row: number) => size.rowLengths[row] ?? 0;
  const at = (row: number, column: number): GridPlace => {
    const held = Math.min(Math.max(row, 0), lastRow);
    return { row: held, column: Math.min(Math.max(column, 0), lengthOf(held) - 1) };
  };
  switch (key) {
    case 'ArrowLeft':
      return at(from.row, from.column - 1);
    case 'ArrowRight':
      return at(from.row, from.column + 1);
    case 'ArrowUp':
      return at(from.row - 1, from.column);
    case 'ArrowDown':
      return at(from.row + 1, from.column);
    case 'Home':
      return at(whole ? 0 : from.row, 0);
    case 'End':
      return at(whole ? lastRow : from.row, Number.POSITIVE_INFINITY);
    default:
      return null;
  }
}
