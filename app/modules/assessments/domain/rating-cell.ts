import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';

/** What a rater says in a cell: a level, unsure, or nothing yet. */
export type CellValue = Level | '?' | null;
export const CELL_VALUES: readonly CellValue[] = [0, 1, 2, 3, 4, '?'];

/** A cell of the rater's grid as it is stored. */
export interface RatingCell {
  readonly value: CellValue;
  /** What supports it, in the rater's words; empty: nothing. */
  readonly evidence: string;
  /** Ids of the statements seen demonstrated, sorted. */
  readonly ticked: readonly string[];
  /** 0: nothing is stored. */
  readonly revision: number;
}

export const EMPTY_CELL: RatingCell = { value: null, evidence: '', ticked: [], revision: 0 };

/** The parts of a cell that a save states; what it leaves out stays. */
export interface CellChange {
  readonly value: CellValue;
  readonly evidence?: string | undefined;
  readonly ticked?: readonly string[] | undefined;
}

/** Longest words of evidence, in characters. */
export const LONGEST_EVIDENCE = 4000;

/** The cell's contents after a change; an emptied cell keeps nothing. */
export function changedCell(cell: RatingCell, change: CellChange): Omit<RatingCell, 'revision'> {
  if (change.value === null) return { value: null, evidence: '', ticked: [] };
  const ticked = [...new Set(change.ticked ?? cell.ticked)].sort();
  return { value: change.value, evidence: (change.evidence ?? cell.evidence).trim(), ticked };
}

/** Whether two cells say the same, whatever their revisions. */
export function sameCell(a: Omit<RatingCell, 'revision'>, b: Omit<RatingCell, 'revision'>): boolean {
  return a.value === b.value && a.evidence === b.evidence && a.ticked.join(' ') === b.ticked.join(' ');
}

export type CellsByDimension = Readonly<Partial<Record<Dimension, RatingCell | undefined>>>;

/** How many of these dimensions say something. */
export function countRated(cells: CellsByDimension, dimensions: readonly Dimension[]): number {
  return dimensions.filter((dimension) => (cells[dimension]?.value ?? null) !== null).length;
}
