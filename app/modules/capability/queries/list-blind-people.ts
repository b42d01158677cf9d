import type { TenantContext } from '#db/tenancy';
import { listBlindRatingsAbout, mayMeetBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { PersonPlace } from '../data/person-figures';

/** Those of some people with ratings that the viewer does not read yet (list-blind-ratings.ts); asks who only then. */
export async function listBlindPeople(
  ctx: TenantContext,
  viewer: Viewer,
  placesOf: () => Promise<readonly PersonPlace[]>,
): Promise<readonly PersonPlace[]> {
  if (!(await mayMeetBlindRatings(ctx, viewer))) return [];
  const places = await placesOf();
  const ids = places.map(({ employeeId }) => employeeId);
  const ratings = await listBlindRatingsAbout(ctx, viewer, ids);
  const blind = new Set(ratings.map(({ employeeId }) => employeeId));
  return places.filter(({ employeeId }) => blind.has(employeeId));
}
