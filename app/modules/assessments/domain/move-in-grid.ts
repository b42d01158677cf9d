interface Move {
  readonly key: string;
  /** With the control key: Home and End go to the ends of the grid. */
  readonly whole: boolean;
  readonly from: { readonly row: number; readonly column: number };
  readonly size: { readonly rows: number; readonly columns: number };
}

/** Where a key leads from a cell of a full grid, null for a key that does not move; an edge holds. */
export function gridMove({ key, whole, from, size }: Move): Move['from'] | null {
  const { row, column } = from;
  const at = (toRow: number, toColumn: number) => ({
    row: Math.min(Math.max(toRow, 0), size.rows - 1),
    column: Math.min(Math.max(toColumn, 0), size.columns - 1),
  });
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'Home':
      return at(whole ? 0 : row, 0);
    case 'End':
      return at(whole ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}
