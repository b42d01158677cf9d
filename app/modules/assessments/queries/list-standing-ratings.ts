import type { TenantContext } from '#db/tenancy';
import { listSubmittedAssessments } from '../data/assessments';
import { listRatingsOfPeople } from '../data/ratings';
import type { StandingRating } from '../domain/concerned-ratings';

/** The levels of a person's submitted assessments, with who gave them. */
export async function listStandingRatings(ctx: TenantContext, employeeId: string): Promise<StandingRating[]> {
  const submitted = new Map(
    (await listSubmittedAssessments(ctx, [employeeId])).map((row) => [row.assessmentId, row]),
  );
  const ratings = await listRatingsOfPeople(ctx, [employeeId]);
  return ratings.flatMap(({ assessmentId, dimension, level, assessedOn }) => {
    const assessment = submitted.get(assessmentId);
    if (!assessment || level === null) return [];
    const { raterKind, raterId, cycleId, soc } = assessment;
    return [{ assessmentId, dimension, level, assessedOn, raterKind, raterId, cycleId, soc }];
  });
}
