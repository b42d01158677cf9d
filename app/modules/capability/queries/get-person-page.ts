import type { TenantContext } from '#db/tenancy';
import { listBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import { listContestsOfPerson } from '~/modules/assessments/queries/list-contests-of-person';
import { listObservationsOfPerson } from '~/modules/assessments/queries/list-observations-of-person';
import { listRatingChanges } from '~/modules/assessments/queries/list-rating-changes';
import { type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { isDetailed } from '~/modules/people/domain/directory-scope';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { getPersonHeader } from '~/modules/people/queries/get-person-header';
import { isCadreError } from '~/shared/errors';
import { getLevelHistory } from './get-level-history';
import { getMethod } from './get-method';
import { getProfile } from './get-profile';
import { titlesOf } from './titles-of';

interface Question {
  readonly viewer: Viewer;
  /** Of profiles:read. */
  readonly reach: Reach;
  readonly employeeId: string;
  /** A day that is over; not given: today. */
  readonly asOf?: string | undefined;
}

/**
 * What the page of one person shows: the head from the directory, and for whoever may read individual ratings the
 * profile with the history of each level. Who reads the whole directory and no ratings gets the head alone; everybody
 * else NotFound. What is said in contests is for the person and for those who answer.
 */
export async function getPersonPage(ctx: TenantContext, { viewer, reach, employeeId, asOf }: Question) {
  const { today, timeZone } = await getMethod(ctx);
  const day = asOf ?? today;
  const profile = await profileOrNone(ctx, { viewer, reach, employeeId, asOf: day });
  const { employeeId: id, name, externalId } = await getEmployee(ctx, { employeeId }, day);
  const own = id === viewer.employeeId;
  const withPlanned = isDetailed(reachOf(viewer.role, 'directory:read'));
  const header = await getPersonHeader(ctx, id, { asOf: day, withPlanned });
  const without = await listBlindRatings(ctx, viewer, id);
  return {
    ...{ id, name, externalId, own, today, timeZone, asOf: day, header },
    titles: await titlesOf(
      ctx,
      header.occupations.map(({ soc }) => soc),
    ),
    profile,
    history: profile ? await getLevelHistory(ctx, id, { asOf: day, without }) : [],
    observations: profile ? await listObservationsOfPerson(ctx, id, day) : [],
    changes: profile ? await listRatingChanges(ctx, id, without) : [],
    contests: profile ? await listContestsOfPerson(ctx, viewer, { employeeId: id, day: today }) : [],
  };
}

/** Null where the viewer reads everybody's directory entry and not this person's ratings. */
async function profileOrNone(ctx: TenantContext, { viewer, reach, employeeId, asOf }: Question) {
  try {
    return await getProfile(ctx, { viewer, reach, key: { employeeId }, asOf });
  } catch (error) {
    const readsDirectory = reachOf(viewer.role, 'directory:read') === 'all';
    if (readsDirectory && isCadreError(error) && error.kind === 'not-found') return null;
    throw error;
  }
}
