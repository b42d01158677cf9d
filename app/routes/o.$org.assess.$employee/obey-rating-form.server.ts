import type { TenantArgs } from '~/http/tenant-route.server';
import { saveForm } from '~/modules/assessments/commands/save-form';
import { submitRatings } from '~/modules/assessments/commands/submit-ratings';
import { withdrawRatings } from '~/modules/assessments/commands/withdraw-ratings';
import type { RatingCell } from '~/modules/assessments/domain/rating-cell';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { RatingForm } from './read-rating-form.server';

/** Where somebody saved between: what is stored, and what the form said. */
export type Conflicts = Partial<
  Record<Dimension, { readonly stored: RatingCell; readonly said: RatingCell }>
>;

interface Place {
  readonly employeeId: string;
  readonly cycleId: string | null;
}

interface Obeyed {
  readonly conflicts: Conflicts;
  /** Ratings withdrawn meanwhile that the submission left out. */
  readonly leftOut: number;
}

/** Does what the form asks; nothing is submitted where somebody saved between. */
export async function obeyRatingForm(
  ctx: TenantArgs['ctx'],
  viewer: Viewer,
  { employeeId, cycleId, intent, reason, cells }: Place & RatingForm,
): Promise<Obeyed> {
  if (intent === 'withdraw') {
    await withdrawRatings(ctx, viewer, { employeeId, cycleId, reason });
    return { conflicts: {}, leftOut: 0 };
  }
  const stored = await saveForm(ctx, viewer, { employeeId, cycleId, cells });
  const conflicts: Conflicts = {};
  for (const { dimension, value, evidence = '', ticked = [] } of cells) {
    const cell = stored[dimension];
    if (cell) conflicts[dimension] = { stored: cell, said: { value, evidence, ticked, revision: 0 } };
  }
  if (intent !== 'submit' || Object.keys(conflicts).length > 0) return { conflicts, leftOut: 0 };
  const { leftOut } = await submitRatings(ctx, viewer, { cycleId, employeeIds: [employeeId] });
  return { conflicts, leftOut };
}
