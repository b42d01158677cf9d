import type { TenantContext } from '#db/tenancy';
import { CONTEST_ANSWERS } from '~/modules/assessments/domain/contest';
import { hindranceToAnswer } from '~/modules/assessments/queries/contest-rights';
import { listBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import { readContest } from '~/modules/assessments/queries/read-contest';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getLevelHistory } from './get-level-history';
import { getProfile } from './get-profile';

interface Question {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly contestId: string;
}

/** A contest with what it is about, for whoever answers it: a view of individual ratings. Throws NotFound. */
export async function getContestPage(ctx: TenantContext, { viewer, reach, contestId }: Question) {
  const contest = await readContest(ctx, viewer, contestId);
  const { employeeId, dimension, assessmentId } = contest;
  const profile = await getProfile(ctx, { viewer, reach, key: { employeeId } });
  const without = await listBlindRatings(ctx, viewer, employeeId);
  const histories = await getLevelHistory(ctx, employeeId, { asOf: profile.asOf, without });
  const history = histories.find((one) => one.dimension === dimension);
  const entry =
    history?.entries.find(
      ({ assessmentIds }) => assessmentId !== null && assessmentIds.includes(assessmentId),
    ) ?? null;
  const stands = entry?.standing === 'current' || entry?.standing === 'earlier';
  return {
    contest,
    name: profile.employee.name,
    asOf: profile.asOf,
    timeZone: profile.timeZone,
    row: profile.dimensions.find((one) => one.dimension === dimension) ?? null,
    history: history ?? null,
    /** The rating that is contested, as it stands now; null: the level, or a rating that is gone. */
    entry,
    hindrance: await hindranceToAnswer(ctx, viewer, contest),
    decisions: CONTEST_ANSWERS.filter((answer) => answer !== 'withdraw' || stands),
  };
}
