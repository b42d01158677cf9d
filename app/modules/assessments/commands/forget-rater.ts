import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { updateEvidenceWithoutAuthor, updateRater } from '../data/erased-raters';
import { lockAssessmentsImport } from '../data/import-lock';

/** No import of assessments runs beside the caller's transaction from here on. */
export async function holdImportsOfAssessments(ctx: TenantContext): Promise<void> {
  await lockAssessmentsImport(ctx);
}

/**
 * Keeps the ratings that a person gave to others, without saying who gave them: the rater becomes a random number, the
 * same in all of them, so that ratings of one rater stay those of one. Returns the ids of those who were rated.
 */
export async function forgetRater(ctx: TenantContext, employeeId: string): Promise<string[]> {
  await updateEvidenceWithoutAuthor(ctx, employeeId);
  return updateRater(ctx, employeeId, randomUUID());
}
