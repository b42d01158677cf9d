import { DIMENSION_LABELS, DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { FieldDifference } from '~/modules/people/domain/employee-differences';
import { assessmentKey } from './assessment-key';
import { writtenLevel } from './contradictions';
import type { AssessmentsPlan, NewVersion, StoredAssessment } from './plan-assessments';
import type { RatingState } from './rating-state';

/** One assessment that an import makes or corrects, in words. */
export interface PreviewedRating {
  readonly outcome: 'created' | 'changed';
  readonly version: NewVersion;
  /** By dimension, `?` for unsure; of a correction what differs from the version before, and texts that come with it. */
  readonly differences: readonly FieldDifference[];
}

/** What an import of ratings does, assessment by assessment. */
export function previewRatings({
  created,
  corrected,
  stored,
}: AssessmentsPlan & { readonly stored: ReadonlyMap<string, StoredAssessment> }): PreviewedRating[] {
  const of = (outcome: PreviewedRating['outcome']) => (version: NewVersion) => ({
    outcome,
    version,
    differences: differencesOf(version, stored.get(assessmentKey(version))),
  });
  return [...created.map(of('created')), ...corrected.map(of('changed'))];
}

function differencesOf(version: NewVersion, before: StoredAssessment | undefined): FieldDifference[] {
  return DIMENSIONS.flatMap((dimension): FieldDifference[] => {
    const [from, to] = [before?.ratings.get(dimension), version.ratings.get(dimension)];
    const texts = countOf(version, dimension) - (before ? countOf(before, dimension) : 0);
    const field = DIMENSION_LABELS[dimension];
    const levels = shown(from) === shown(to) ? [] : [{ field, from: shown(from), to: shown(to) }];
    const evidence = texts > 0 ? [{ field: `${field}, evidence`, from: null, to: `${texts} more` }] : [];
    return [...levels, ...evidence];
  });
}

const countOf = ({ evidence }: Pick<NewVersion, 'evidence'>, dimension: Dimension) =>
  evidence.filter((one) => one.dimension === dimension).length;

/** "3", "? (2 before)" of a `?` that leaves a level. */
function shown(state: RatingState | undefined): string | null {
  if (!state) return null;
  const { level, unsureOn, assessedOn } = state;
  if (level === null || unsureOn === null || unsureOn <= assessedOn) return writtenLevel(level);
  return `? (${level} before)`;
}
