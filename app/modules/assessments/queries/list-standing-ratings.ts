import type { TenantContext } from '#db/tenancy';
import { type AssessmentRow, listKeptAssessments, listSubmittedAssessments } from '../data/assessments';
import { listRatingsOfPeople } from '../data/ratings';
import type { StandingRating } from '../domain/concerned-ratings';

/** The levels of a person's submitted assessments, with who gave them. */
export async function listStandingRatings(ctx: TenantContext, employeeId: string): Promise<StandingRating[]> {
  return levelsOf(ctx, employeeId, await listSubmittedAssessments(ctx, [employeeId]));
}

/** As listStandingRatings, with those that were corrected or withdrawn since; drafts say nothing yet. */
export async function listGivenRatings(ctx: TenantContext, employeeId: string): Promise<StandingRating[]> {
  const kept = await listKeptAssessments(ctx, employeeId);
  return levelsOf(
    ctx,
    employeeId,
    kept.filter(({ state }) => state !== 'draft'),
  );
}

async function levelsOf(
  ctx: TenantContext,
  employeeId: string,
  rows: readonly AssessmentRow[],
): Promise<StandingRating[]> {
  const assessments = new Map(rows.map((row) => [row.assessmentId, row]));
  const ratings = await listRatingsOfPeople(ctx, [employeeId]);
  return ratings.flatMap(({ assessmentId, dimension, level, assessedOn }) => {
    const assessment = assessments.get(assessmentId);
    if (!assessment || level === null) return [];
    const { raterKind, raterId, cycleId, soc } = assessment;
    return [{ assessmentId, dimension, level, assessedOn, raterKind, raterId, cycleId, soc }];
  });
}
