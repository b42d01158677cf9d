import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { KeyFields } from './assessment-key';
import type { StatedAssessment } from './group-assessments';

export interface Evidence {
  readonly dimension: Dimension;
  readonly body: string;
  /** Employee id of who added it; null: an import. */
  readonly addedBy: string | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
}

/** The valid assessment of a key as it is stored. */
export interface StoredAssessment extends KeyFields {
  readonly assessmentId: string;
  readonly state: 'draft' | 'submitted';
  readonly version: number;
  readonly ratings: ReadonlyMap<Dimension, Level | null>;
  readonly evidence: readonly Evidence[];
}

export interface NewVersion extends KeyFields {
  readonly version: number;
  /** The assessment that it takes the place of. */
  readonly replaces: string | null;
  readonly ratings: ReadonlyMap<Dimension, Level | null>;
  readonly evidence: readonly Evidence[];
}

export interface AssessmentsPlan {
  readonly created: readonly NewVersion[];
  readonly corrected: readonly NewVersion[];
  readonly unchanged: number;
}

export interface PlanOptions {
  /** By key. */
  readonly stored: ReadonlyMap<string, StoredAssessment>;
  readonly importedBy: string;
  readonly now: Date;
}

/**
 * What a file changes: a key that is not stored (or only as a draft) is created; other levels, further dimensions or
 * new evidence are a correction, a new version that holds the old ratings overlaid with the stated ones; all else is
 * unchanged. `?` replaces no level. Evidence of a rating whose level changed stays with the old version.
 */
export function planAssessments(stated: readonly StatedAssessment[], options: PlanOptions): AssessmentsPlan {
  const created: NewVersion[] = [];
  const corrected: NewVersion[] = [];
  let unchanged = 0;
  for (const assessment of stated) {
    const stored = options.stored.get(assessment.key);
    const previous = stored?.state === 'submitted' ? stored : undefined;
    const ratings = overlaid(previous, assessment);
    const added = newEvidence(previous, assessment, options);
    const same = previous !== undefined && added.length === 0 && sameRatings(previous.ratings, ratings);
    if (same) {
      unchanged += 1;
      continue;
    }
    const kept = (previous?.evidence ?? []).filter(
      (one) => previous?.ratings.get(one.dimension) === ratings.get(one.dimension),
    );
    const { key: _, ratings: __, ...fields } = assessment;
    const version: NewVersion = {
      ...fields,
      assessedOn: laterDay(previous?.assessedOn, assessment.assessedOn),
      version: (stored?.version ?? 0) + 1,
      replaces: stored?.assessmentId ?? null,
      ratings,
      evidence: [...kept, ...added],
    };
    (previous ? corrected : created).push(version);
  }
  return { created, corrected, unchanged };
}

function overlaid(
  previous: StoredAssessment | undefined,
  stated: StatedAssessment,
): ReadonlyMap<Dimension, Level | null> {
  const ratings = new Map(previous?.ratings);
  for (const [dimension, { level }] of stated.ratings) {
    if (level !== null || !ratings.has(dimension)) ratings.set(dimension, level);
  }
  return ratings;
}

/** Stated evidence that the version before does not carry over; accepted by the importer unless a self-rating. */
function newEvidence(
  previous: StoredAssessment | undefined,
  stated: StatedAssessment,
  { importedBy, now }: PlanOptions,
): Evidence[] {
  const accepted = stated.raterKind === 'self' ? null : importedBy;
  const acceptedAt = accepted === null ? null : now;
  return [...stated.ratings].flatMap(([dimension, { level, evidence }]) => {
    const levelStays =
      previous !== undefined && (level === null || previous.ratings.get(dimension) === level);
    const carried = new Set(
      levelStays ? previous.evidence.filter((one) => one.dimension === dimension).map((one) => one.body) : [],
    );
    return evidence
      .filter((body) => !carried.has(body))
      .map((body) => ({ dimension, body, addedBy: null, acceptedBy: accepted, acceptedAt }));
  });
}

function sameRatings(
  a: ReadonlyMap<Dimension, Level | null>,
  b: ReadonlyMap<Dimension, Level | null>,
): boolean {
  return (
    a.size === b.size && [...b].every(([dimension, level]) => a.has(dimension) && a.get(dimension) === level)
  );
}

function laterDay(a: string | undefined, b: string): string {
  if (a !== undefined && a > b) return a;
  return b;
}
