import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { CellChange, RatingCell } from '../domain/rating-cell';
import type { Rater } from '../queries/rating-tasks';
import { saveCell } from './save-cell';

/** What a form says of one dimension, with the revision that it showed. */
export interface FormCell extends CellChange {
  readonly dimension: Dimension;
  readonly revision: number;
}

export interface FormSave {
  readonly employeeId: string;
  readonly cycleId: string | null;
  readonly cells: readonly FormCell[];
}

/** Saves a person's cells as a form states them; returns what is stored where somebody saved between. Throws as saveCell. */
export async function saveForm(
  ctx: TenantContext,
  viewer: Rater,
  { employeeId, cycleId, cells }: FormSave,
): Promise<Partial<Record<Dimension, RatingCell>>> {
  const conflicts: Partial<Record<Dimension, RatingCell>> = {};
  for (const cell of cells) {
    const { outcome, cell: stored } = await saveCell(ctx, viewer, {
      ...cell,
      employeeId,
      cycleId,
      key: v7(),
    });
    if (outcome === 'conflict') conflicts[cell.dimension] = stored;
  }
  return conflicts;
}
