import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { listWithdrawnRatings } from '../data/withdrawn-ratings';
import { assessmentKey } from '../domain/assessment-key';
import type { StatedAssessment } from '../domain/group-assessments';
import type { Importer } from '../domain/importer';
import { type AssessmentsPlan, planAssessments, type StoredAssessment } from '../domain/plan-assessments';
import { withoutWithdrawn } from '../domain/without-withdrawn';
import { loadStoredAssessments } from './load-stored-assessments';
import { storeAssessmentVersions, type VersionStamp } from './store-assessment-versions';

export interface PlannedRatings extends AssessmentsPlan {
  /** What is stored under the keys of the stated assessments, by key. */
  readonly stored: ReadonlyMap<string, StoredAssessment>;
}

/**
 * What stated assessments would change, stated evidence of others accepted by the importer. The caller holds the lock of
 * imports of assessments where it stores them.
 */
export async function planRatings(
  ctx: TenantContext,
  stated: readonly StatedAssessment[],
  importer: Importer,
): Promise<PlannedRatings> {
  const people = [...new Set(stated.map((one) => one.employeeId))];
  const assessments = withoutWithdrawn(stated, await listWithdrawnRatings(ctx, people));
  const stored = await loadStoredAssessments(ctx, assessments);
  return { ...planAssessments(assessments, { stored, importer, now: ctx.now }), stored };
}

/** Stores what was planned and asks for the figures. @returns the ids of the new versions, by key. */
export async function takeRatings(
  ctx: TenantContext,
  { created, corrected }: AssessmentsPlan,
  stamp: VersionStamp,
): Promise<ReadonlyMap<string, string>> {
  const versions = [...created, ...corrected];
  const ids = await storeAssessmentVersions(ctx, versions, stamp);
  await markPeopleChanged(
    ctx,
    versions.map((version) => version.employeeId),
  );
  return new Map(versions.map((version, at) => [assessmentKey(version), ids[at] ?? '']));
}
