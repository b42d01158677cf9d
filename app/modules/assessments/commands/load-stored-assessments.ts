import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';
import { type AssessmentRow, listValidAssessments } from '../data/assessments';
import { listEvidence } from '../data/evidence';
import { listRatings } from '../data/ratings';
import { assessmentKey } from '../domain/assessment-key';
import type { StatedAssessment } from '../domain/group-assessments';
import type { Evidence, StoredAssessment } from '../domain/plan-assessments';
import type { RatingState } from '../domain/rating-state';

/** What is submitted under the keys of the stated assessments, by key; drafts are their raters' own. */
export async function loadStoredAssessments(
  ctx: TenantContext,
  stated: readonly StatedAssessment[],
): Promise<Map<string, StoredAssessment>> {
  const wanted = new Set(stated.map((one) => one.key));
  const found = await listValidAssessments(ctx, {
    employeeIds: [...new Set(stated.map((one) => one.employeeId))],
    days: [...new Set(stated.flatMap((one) => (one.cycleId === null ? one.assessedOn : [])))],
    cycleIds: [...new Set(stated.flatMap((one) => one.cycleId ?? []))],
  });
  const stored = new Map<string, StoredAssessment>();
  for (const batch of batches(found.filter((row) => wanted.has(assessmentKey(row))))) {
    for (const one of await withContents(ctx, batch)) stored.set(assessmentKey(one), one);
  }
  return stored;
}

async function withContents(ctx: TenantContext, rows: readonly AssessmentRow[]): Promise<StoredAssessment[]> {
  const ids = rows.map((row) => row.assessmentId);
  const ratings = new Map<string, Map<Dimension, RatingState>>(ids.map((id) => [id, new Map()]));
  const evidence = new Map<string, Evidence[]>(ids.map((id) => [id, []]));
  for (const { assessmentId, dimension, level, assessedOn, unsureOn } of await listRatings(ctx, ids))
    ratings.get(assessmentId)?.set(dimension, { level, assessedOn, unsureOn });
  for (const { assessmentId, ...one } of await listEvidence(ctx, ids)) evidence.get(assessmentId)?.push(one);
  return rows.map((row) => ({
    ...row,
    ratings: ratings.get(row.assessmentId) ?? new Map(),
    evidence: evidence.get(row.assessmentId) ?? [],
  }));
}
