import type { TenantContext } from '#db/tenancy';
import { deleteUnusedFiles } from '../data/evidence-files';
import { deleteObservationsBefore } from '../data/observations';

/**
 * Deletes files that no evidence names any more, and observations of before this day that support no rating.
 * @param day null: observations are kept
 */
export async function removePastEvidence(
  ctx: TenantContext,
  day: string | null,
): Promise<{ readonly observations: number; readonly files: number }> {
  const observations = day === null ? 0 : await deleteObservationsBefore(ctx, day);
  return { observations, files: await deleteUnusedFiles(ctx) };
}
