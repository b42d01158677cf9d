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
