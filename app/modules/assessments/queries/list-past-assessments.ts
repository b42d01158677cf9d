import type { TenantContext } from '#db/tenancy';
import { listAssessmentsBefore } from '../data/past-assessments';

const PAGE = 2_000;

/** Pages of assessments of days before this one. */
export async function* listPastAssessments(ctx: TenantContext, day: string) {
  for (let after: string | null = null, more = true; more; ) {
    const page: { assessmentId: string; employeeId: string }[] = await listAssessmentsBefore(ctx, day, {
      after,
      limit: PAGE,
    });
    if (page.length > 0) yield page;
    after = page.at(-1)?.assessmentId ?? null;
    more = page.length === PAGE;
  }
}
