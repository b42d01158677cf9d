import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Assessments of days before this one, oldest first, after the one that was read last. */
export async function listAssessmentsBefore(
  ctx: TenantContext,
  day: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<{ assessmentId: string; employeeId: string }[]> {
  let query = ctx.tx
    .selectFrom('assessments')
    .select(['assessmentId', 'employeeId'])
    .where('assessedOn', '<', day);
  if (page.after !== null) query = query.where('assessmentId', '>', page.after);
  return query.orderBy('assessmentId').limit(page.limit).execute();
}

/** Deletes these with their ratings and evidence. */
export async function deleteAssessments(ctx: TenantContext, assessmentIds: readonly string[]): Promise<void> {
  await ctx.tx
    .deleteFrom('assessments')
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .execute();
}
