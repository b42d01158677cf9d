import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { FieldError } from '~/shared/errors';
import { assessmentKey, type KeyFields } from './assessment-key';
import type { ResolvedRow } from './resolve-rows';

export interface StatedRating {
  readonly level: Level | null;
  /** Texts, each once, in the order of the file. */
  readonly evidence: readonly string[];
  /** The first line that states it. */
  readonly line: number;
}

/** What a file states of one assessment. */
export interface StatedAssessment extends KeyFields {
  readonly key: string;
  readonly ratings: ReadonlyMap<Dimension, StatedRating>;
}

/**
 * The assessments that the rows make up, by key, in the order of the file. In a cycle the latest day counts. The same
 * dimension twice with another level is a fault that names both lines; twice with the same level is one rating.
 */
export function groupAssessments(
  rows: readonly ResolvedRow[],
  file: string,
): { readonly assessments: StatedAssessment[]; readonly faults: FieldError[] } {
  const groups = new Map<string, { fields: KeyFields; ratings: Map<Dimension, StatedRating> }>();
  const faults: FieldError[] = [];
  for (const row of rows) {
    const key = assessmentKey(row);
    const { employeeId, raterKind, raterId, cycleId, assessedOn, soc } = row;
    const group = groups.get(key);
    const latest = group && group.fields.assessedOn > assessedOn ? group.fields.assessedOn : assessedOn;
    const fields = { employeeId, raterKind, raterId, cycleId, assessedOn: latest, soc };
    const ratings = group?.ratings ?? new Map<Dimension, StatedRating>();
    groups.set(key, { fields, ratings });
    for (const { dimension, level, evidence } of row.ratings) {
      const known = ratings.get(dimension);
      if (known && known.level !== level) {
        const detail = `level: ${shown(level)} for ${dimension}, but line ${known.line} says ${shown(known.level)} in the same assessment.`;
        faults.push({ pointer: `${file}:${row.line}`, detail });
        continue;
      }
      const texts = new Set(known?.evidence ?? []);
      if (evidence !== null) texts.add(evidence);
      ratings.set(dimension, { level, evidence: [...texts], line: known?.line ?? row.line });
    }
  }
  const assessments = [...groups].map(([key, { fields, ratings }]) => ({ key, ...fields, ratings }));
  return { assessments: assessments.filter((one) => one.ratings.size > 0), faults };
}

function shown(level: Level | null): string {
  return level === null ? '?' : String(level);
}
