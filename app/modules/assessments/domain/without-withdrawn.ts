import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { assessmentKey, type KeyFields } from './assessment-key';
import type { StatedAssessment } from './group-assessments';

interface Withdrawn extends KeyFields {
  readonly dimension: Dimension;
  readonly level: number;
  /** Of the level itself. */
  readonly ratedOn: string;
}

/**
 * What a file states without the ratings that were withdrawn: the same level of the same day under the same key does
 * not come back by reading the file again. Another level or another day is another rating.
 */
export function withoutWithdrawn(
  stated: readonly StatedAssessment[],
  withdrawn: readonly Withdrawn[],
): StatedAssessment[] {
  if (withdrawn.length === 0) return [...stated];
  const gone = new Set(withdrawn.map((one) => ratingKey(assessmentKey(one), one.dimension, one)));
  return stated.flatMap((assessment) => {
    const kept = [...assessment.ratings].filter(
      ([dimension, { level, assessedOn }]) =>
        level === null || !gone.has(ratingKey(assessment.key, dimension, { level, ratedOn: assessedOn })),
    );
    if (kept.length === 0 && assessment.ratings.size > 0) return [];
    return [{ ...assessment, ratings: new Map(kept) }];
  });
}

function ratingKey(
  key: string,
  dimension: Dimension,
  { level, ratedOn }: Pick<Withdrawn, 'level' | 'ratedOn'>,
): string {
  return `${key} ${dimension} ${level} ${ratedOn}`;
}
