import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { DayText } from '~/shared/calendar-day';
import { assessmentKey, type KeyFields } from './assessment-key';
import type { RatingRecord } from './assessment-row';
import { type RatingState, ratingState, standsAfter, withStatement } from './rating-state';
import type { ResolvedRow } from './resolve-rows';

export interface StatedEvidence {
  readonly body: string;
  /** Said with a `?`: it supports no level. */
  readonly unsure: boolean;
}

export interface StatedRating extends RatingState {
  /** Texts, each once, in the order of the file. */
  readonly evidence: readonly StatedEvidence[];
}

/** What a file states of one assessment; its day is the latest of its ratings. */
export interface StatedAssessment extends KeyFields {
  readonly key: string;
  readonly ratings: ReadonlyMap<Dimension, StatedRating>;
}

interface Group {
  fields: KeyFields;
  readonly ratings: Map<Dimension, StatedRating>;
}

/**
 * The assessments that the rows make up, by key, in the order of the file. In a cycle the latest day counts, in each
 * dimension by itself; the same dimension twice on one day is one rating. Rows that contradict each other
 * (contradictions.ts) are not among them.
 */
export function groupAssessments(rows: readonly ResolvedRow[]): StatedAssessment[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = assessmentKey(row);
    const { employeeId, raterKind, raterId, cycleId, assessedOn, soc } = row;
    const fields = { employeeId, raterKind, raterId, cycleId, assessedOn, soc };
    const group: Group = groups.get(key) ?? { fields, ratings: new Map() };
    groups.set(key, group);
    if (assessedOn > group.fields.assessedOn) group.fields = fields;
    for (const rating of row.ratings)
      group.ratings.set(
        rating.dimension,
        withRecord(group.ratings.get(rating.dimension), rating, assessedOn),
      );
  }
  const assessments = [...groups].map(([key, { fields, ratings }]) => ({ key, ...fields, ratings }));
  return assessments.filter((one) => one.ratings.size > 0);
}

/** The rating after one more row about it; texts stay with the day that they were said on. */
function withRecord(known: StatedRating | undefined, record: RatingRecord, day: DayText): StatedRating {
  const own = ratingState(record.level, day);
  const next = withStatement(known, own);
  const unsure = record.level === null;
  const kept = known?.evidence.filter((one) => standsAfter(one.unsure, known, next)) ?? [];
  const said = record.evidence !== null && standsAfter(unsure, own, next) ? [record.evidence] : [];
  const isKept = (body: string) => kept.some((one) => one.body === body && one.unsure === unsure);
  const added = said.filter((body) => !isKept(body)).map((body) => ({ body, unsure }));
  return { ...next, evidence: [...kept, ...added] };
}
