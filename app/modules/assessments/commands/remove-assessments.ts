import type { TenantContext } from '#db/tenancy';
import { deleteAssessments } from '../data/past-assessments';

/** Deletes assessments with their ratings and evidence; the caller marks the people changed. */
export async function removeAssessments(ctx: TenantContext, assessmentIds: readonly string[]): Promise<void> {
  if (assessmentIds.length > 0) await deleteAssessments(ctx, assessmentIds);
}
