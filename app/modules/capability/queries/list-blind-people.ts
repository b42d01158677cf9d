import type { TenantContext } from '#db/tenancy';
import { listBlindRatingsAbout, meetsBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listFiguresPlaces } from '../data/figures-page';
import type { FiguresSelection, PersonPlace } from '../data/person-figures';

export interface BlindPeople {
  readonly places: readonly PersonPlace[];
  /** Ids of the assessments that the viewer does not read yet. */
  readonly ratings: ReadonlySet<string>;
}

/** Those of the selected people with ratings that the viewer does not read yet (list-blind-ratings.ts). */
export async function listBlindPeople(
  ctx: TenantContext,
  viewer: Viewer,
  selection: FiguresSelection,
): Promise<BlindPeople> {
  if (!meetsBlindRatings(viewer)) return { places: [], ratings: new Set() };
  const places = await listFiguresPlaces(ctx, selection);
  const ids = places.map(({ employeeId }) => employeeId);
  const ratings = await listBlindRatingsAbout(ctx, viewer, ids);
  const blind = new Set(ratings.map(({ employeeId }) => employeeId));
  return {
    places: places.filter(({ employeeId }) => blind.has(employeeId)),
    ratings: new Set(ratings.map(({ assessmentId }) => assessmentId)),
  };
}
