import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { RaterKind } from './rater-kind';

/** A rating of a submitted assessment with a level. */
export interface StandingRating {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly raterKind: RaterKind;
  readonly raterId: string | null;
  readonly cycleId: string | null;
  readonly soc: string;
  readonly level: number;
  readonly assessedOn: string;
}

/**
 * The ratings that a contest is about: the one that it names, and of peers all that make one rating with it (method.md
 * 1: peers of one cycle, or of one day, under one occupation). Naming none, it is about every one in the dimension.
 */
export function concernedRatings(
  ratings: readonly StandingRating[],
  contest: { readonly dimension: Dimension; readonly assessmentId: string | null },
): readonly StandingRating[] {
  const inDimension = ratings.filter((rating) => rating.dimension === contest.dimension);
  if (contest.assessmentId === null) return inDimension;
  const named = inDimension.find((rating) => rating.assessmentId === contest.assessmentId);
  if (!named) return [];
  if (named.raterKind !== 'peer') return [named];
  return inDimension.filter(
    (rating) => rating.raterKind === 'peer' && rating.soc === named.soc && sameOccasion(rating, named),
  );
}

/**
 * The ratings of every state behind a contest, for telling whose they are: the one that it names whatever became of it,
 * and every version of it; a correction takes nobody's part in it away.
 */
export function ratingsBehind(
  ratings: readonly StandingRating[],
  contest: { readonly dimension: Dimension; readonly assessmentId: string | null },
): readonly StandingRating[] {
  const concerned = concernedRatings(ratings, contest);
  const inDimension = ratings.filter((rating) => rating.dimension === contest.dimension);
  return inDimension.filter((rating) => concerned.some((one) => one === rating || isVersionOf(rating, one)));
}

function isVersionOf(a: StandingRating, b: StandingRating): boolean {
  return a.raterKind === b.raterKind && a.raterId === b.raterId && a.soc === b.soc && sameOccasion(a, b);
}

function sameOccasion(a: StandingRating, b: StandingRating): boolean {
  if (a.cycleId !== null || b.cycleId !== null) return a.cycleId === b.cycleId;
  return a.assessedOn === b.assessedOn;
}
