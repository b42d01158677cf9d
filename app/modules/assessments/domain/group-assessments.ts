import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
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
  /** What was said first by dimension and day. */
  readonly said: Map<string, { readonly level: Level | null; readonly line: number }>;
}

/**
 * The assessments that the rows make up, by key, in the order of the file. In a cycle the latest day counts, in each
 * dimension by itself. The same dimension twice on one day with another level is a fault that names both lines; twice
 * with the same level is one rating.
 */
export function groupAssessments(
  rows: readonly ResolvedRow[],
  file: string,
): { readonly assessments: StatedAssessment[]; readonly faults: FieldError[] } {
  const groups = new Map<string, Group>();
  const faults: FieldError[] = [];
  for (const row of rows) {
    const key = assessmentKey(row);
    const { employeeId, raterKind, raterId, cycleId, assessedOn, soc } = row;
    const fields = { employeeId, raterKind, raterId, cycleId, assessedOn, soc };
    const group: Group = groups.get(key) ?? { fields, ratings: new Map(), said: new Map() };
    groups.set(key, group);
    if (assessedOn > group.fields.assessedOn) group.fields = fields;
    for (const rating of row.ratings) {
      const { dimension, level } = rating;
      const at = `${dimension} ${assessedOn}`;
      const said = group.said.get(at);
      if (said && said.level !== level) {
        const detail = `level: ${shown(level)} for ${dimension}, but line ${said.line} says ${shown(said.level)} in the same assessment.`;
        faults.push({ pointer: `${file}:${row.line}`, detail });
        continue;
      }
      if (!said) group.said.set(at, { level, line: row.line });
      group.ratings.set(dimension, withRecord(group.ratings.get(dimension), rating, assessedOn));
    }
  }
  const assessments = [...groups].map(([key, { fields, ratings }]) => ({ key, ...fields, ratings }));
  return { assessments: assessments.filter((one) => one.ratings.size > 0), faults };
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

function shown(level: Level | null): string {
  return level === null ? '?' : String(level);
}
