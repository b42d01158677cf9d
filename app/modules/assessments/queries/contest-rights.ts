import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { ratingsBehind, type StandingRating } from '../domain/concerned-ratings';
import type { Contest } from '../domain/contest';
import { listGivenRatings } from './list-standing-ratings';

type Answerer = Pick<Viewer, 'kind' | 'role' | 'teamScope' | 'employeeId'>;

/** Whose contests the viewer may read: null means everybody's. Whoever reads none gets an empty set. */
export async function readableContestants(
  ctx: TenantContext,
  viewer: Answerer,
  { people, day }: { readonly people: readonly string[]; readonly day: string },
): Promise<ReadonlySet<string> | null> {
  const reach = viewer.kind === 'user' ? reachOf(viewer.role, 'contests:answer') : 'none';
  if (reach === 'all') return null;
  if (reach !== 'subtree') return new Set();
  const teams = new Set(await listSubtreeTeamIds(ctx, viewer.teamScope, day));
  const placed = await listTeamsOfPeople(ctx, people, day);
  return new Set(placed.filter(({ teamId }) => teams.has(teamId)).map(({ employeeId }) => employeeId));
}

/** Why somebody who may read the contest may not answer it; null: they may. */
export async function hindranceToAnswer(
  ctx: TenantContext,
  viewer: Answerer,
  contest: Contest,
): Promise<string | null> {
  const { employeeId } = viewer;
  if (employeeId === null) return null;
  if (employeeId === contest.employeeId) return 'This is about your own rating: somebody else answers it.';
  const concerned = ratingsBehind(await listGivenRatings(ctx, contest.employeeId), contest);
  for (const rating of concerned) {
    if (await isRater(ctx, employeeId, { rating, ratedId: contest.employeeId }))
      return 'You rated this person here: somebody else answers it.';
  }
  return null;
}

/** A file may leave out who rated: a manager's rating is then that of the manager on the day. */
async function isRater(
  ctx: TenantContext,
  employeeId: string,
  { rating, ratedId }: { readonly rating: StandingRating; readonly ratedId: string },
): Promise<boolean> {
  if (rating.raterId !== null || rating.raterKind !== 'manager') return rating.raterId === employeeId;
  const { employment } = await getEmployee(ctx, { employeeId: ratedId }, rating.assessedOn);
  return employment?.managerId === employeeId;
}
