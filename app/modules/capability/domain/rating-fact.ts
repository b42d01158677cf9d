/** What the formulas know of one submitted rating: who kind of rater said what, when and under which occupation. */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';

/** Most trusted first; the order also decides between kinds that an organization trusts equally (method.md 1). */
export const RATER_KINDS = ['calibrated', 'manager', 'peer', 'self'] as const;
export type RaterKind = (typeof RATER_KINDS)[number];

/**
 * One rating of a submitted assessment. Drafts, withdrawn assessments and superseded versions are left out by
 * whoever collects the facts; everything else (unsure, later than asOf, other occupations) is left out here.
 */
export interface RatingFact {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  /** null = unsure ("?"): recorded, is no rating, replaces nothing. */
  readonly level: Level | null;
  readonly raterKind: RaterKind;
  readonly cycleId: string | null;
  readonly assessedOn: DayText;
  /** Milliseconds since 1970; decides between ratings of one kind and day. */
  readonly submittedAt: number;
  /** The occupation it was made under. */
  readonly soc: string;
  /** Evidence accepted by someone other than the rated person. */
  readonly hasAcceptedEvidence: boolean;
  /** Of the framework it was made under, null: not recorded. */
  readonly frameworkVersion: string | null;
}
