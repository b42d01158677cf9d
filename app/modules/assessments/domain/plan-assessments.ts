import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { KeyFields } from './assessment-key';
import type { EvidenceKind } from './evidence/evidence-kind';
import type { StatedAssessment, StatedRating } from './group-assessments';
import type { Importer } from './importer';
import { type RatingState, sameState, standsAfter, withStatement } from './rating-state';

/** Where evidence lies that is more than words; all left out: words, added with the rating. */
export interface EvidenceSource {
  readonly kind?: EvidenceKind;
  /** Of a link. */
  readonly url?: string | null;
  readonly fileId?: string | null;
  readonly observationId?: string | null;
  /** Id of the user who added it by itself. */
  readonly recordedBy?: string | null;
}

export interface Evidence extends EvidenceSource {
  readonly dimension: Dimension;
  readonly body: string;
  /** Said with a `?`: it supports no level. */
  readonly unsure: boolean;
  /** Employee id of who added it; null: an import. */
  readonly addedBy: string | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
}

/** The submitted assessment of a key as it is stored. */
export interface StoredAssessment extends KeyFields {
  readonly assessmentId: string;
  readonly version: number;
  readonly ratings: ReadonlyMap<Dimension, RatingState>;
  readonly evidence: readonly Evidence[];
}

export interface NewVersion extends KeyFields {
  readonly version: number;
  /** The assessment that it takes the place of. */
  readonly replaces: string | null;
  readonly ratings: ReadonlyMap<Dimension, RatingState>;
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
  readonly importer: Importer;
  readonly now: Date;
}

/**
 * What a file changes: a key that is not stored is created; other levels, days or dimensions or
 * new evidence are a correction, a new version that holds the old ratings overlaid with the stated ones; all else is
 * unchanged. Each rating keeps its own day, and of each dimension the level of the later day counts: files in any
 * order end in the same ratings. Evidence stays with the rating of its day.
 */
export function planAssessments(stated: readonly StatedAssessment[], options: PlanOptions): AssessmentsPlan {
  const created: NewVersion[] = [];
  const corrected: NewVersion[] = [];
  let unchanged = 0;
  for (const assessment of stated) {
    const previous = options.stored.get(assessment.key);
    const ratings = overlaid(previous, assessment);
    const kept = (previous?.evidence ?? []).filter((one) => isKept(one, previous, ratings));
    const added = newEvidence(kept, { assessment, ratings }, options);
    if (previous && added.length === 0 && sameRatings(previous.ratings, ratings)) {
      unchanged += 1;
      continue;
    }
    const { key: _, ratings: __, ...fields } = assessment;
    const version: NewVersion = {
      ...fields,
      assessedOn: laterDay(previous?.assessedOn, assessment.assessedOn),
      version: (previous?.version ?? 0) + 1,
      replaces: previous?.assessmentId ?? null,
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
): ReadonlyMap<Dimension, RatingState> {
  const ratings = new Map(previous?.ratings);
  for (const [dimension, { level, assessedOn, unsureOn }] of stated.ratings)
    ratings.set(dimension, withStatement(ratings.get(dimension), { level, assessedOn, unsureOn }));
  return ratings;
}

function isKept(
  { dimension, unsure }: Evidence,
  previous: StoredAssessment | undefined,
  ratings: ReadonlyMap<Dimension, RatingState>,
): boolean {
  const [before, after] = [previous?.ratings.get(dimension), ratings.get(dimension)];
  return before !== undefined && after !== undefined && standsAfter(unsure, before, after);
}

interface Overlay {
  readonly assessment: StatedAssessment;
  readonly ratings: ReadonlyMap<Dimension, RatingState>;
}

/**
 * Stated evidence of what counts that is not carried over; accepted by a person who imports it, unless it goes with a
 * self-rating or with what the importer rated.
 */
function newEvidence(
  kept: readonly Evidence[],
  { assessment, ratings }: Overlay,
  { importer, now }: PlanOptions,
): Evidence[] {
  const { raterKind, raterId, employeeId } = assessment;
  const isOwn = importer.employeeId !== null && [raterId, employeeId].includes(importer.employeeId);
  const accepted = raterKind === 'self' || isOwn || !importer.accepts ? null : importer.id;
  const acceptedAt = accepted === null ? null : now;
  const carried = new Set(kept.map(evidenceKey));
  return [...assessment.ratings].flatMap(([dimension, rating]) =>
    countedTexts(rating, ratings.get(dimension))
      .map(({ body, unsure }) => ({ dimension, body, unsure }))
      .filter((one) => !carried.has(evidenceKey(one)))
      .map((one) => ({ ...one, addedBy: null, acceptedBy: accepted, acceptedAt })),
  );
}

function countedTexts(rating: StatedRating, after: RatingState | undefined): StatedRating['evidence'] {
  return rating.evidence.filter((one) => after !== undefined && standsAfter(one.unsure, rating, after));
}

function evidenceKey({ dimension, unsure, body }: Pick<Evidence, 'dimension' | 'unsure' | 'body'>): string {
  return `${dimension} ${unsure ? '?' : '-'} ${body}`;
}

function sameRatings(
  a: ReadonlyMap<Dimension, RatingState>,
  b: ReadonlyMap<Dimension, RatingState>,
): boolean {
  return a.size === b.size && [...b].every(([dimension, state]) => sameState(a.get(dimension), state));
}

function laterDay(a: string | undefined, b: string): string {
  if (a !== undefined && a > b) return a;
  return b;
}
