import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';

/** From so many levels on a difference is marked. */
const MARKED = 2;

export type SaidLevel = Level | '?' | null;

export interface ComparedDimension {
  readonly dimension: Dimension;
  readonly self: SaidLevel;
  readonly manager: SaidLevel;
  /** Self minus manager in levels; null: not both gave a level. */
  readonly difference: number | null;
  readonly isMarked: boolean;
}

/** How far self and manager lie apart, as a sentence; null while there is no dimension that both gave a level. */
export function apartWords(rows: readonly ComparedDimension[]): string | null {
  if (rows.every(({ difference }) => difference === null)) return null;
  const marked = rows.filter(({ isMarked }) => isMarked).length;
  if (marked === 0) return 'No two levels lie far apart.';
  if (marked === 1) return 'One dimension lies two levels or more apart: begin with it when you talk.';
  return `${marked} dimensions lie two levels or more apart: begin with these when you talk.`;
}

type Said = Readonly<Partial<Record<Dimension, SaidLevel>>>;

/**
 * Self and manager side by side.
 * Formula: difference = self - manager where both gave a level; two levels or more are marked. Unit: levels.
 */
export function sideBySide(
  dimensions: readonly Dimension[],
  { self, manager }: { readonly self: Said; readonly manager: Said },
): ComparedDimension[] {
  return dimensions.map((dimension) => {
    const [own, other] = [self[dimension] ?? null, manager[dimension] ?? null];
    const difference = typeof own === 'number' && typeof other === 'number' ? own - other : null;
    const isMarked = difference !== null && Math.abs(difference) >= MARKED;
    return { dimension, self: own, manager: other, difference, isMarked };
  });
}
