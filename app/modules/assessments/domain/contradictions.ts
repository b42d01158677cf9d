import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { assessmentKey } from './assessment-key';
import type { ResolvedRow } from './resolve-rows';

export interface Contradiction {
  readonly dimension: Dimension;
  /** What the row says; null: unsure. */
  readonly level: Level | null;
  /** The first row that says something else, and what. */
  readonly other: { readonly line: number; readonly level: Level | null };
}

/**
 * Rows that say different levels of one dimension in one assessment on one day, by line: nobody knows which of them is
 * right, so each of them is named, in whatever order they come.
 */
export function contradictions(rows: readonly ResolvedRow[]): ReadonlyMap<number, readonly Contradiction[]> {
  const said = new Map<string, { readonly line: number; readonly level: Level | null }[]>();
  const places = rows.flatMap((row) => {
    const key = `${assessmentKey(row)} ${row.assessedOn}`;
    return row.ratings.map(({ dimension, level }) => ({
      at: `${key} ${dimension}`,
      line: row.line,
      dimension,
      level,
    }));
  });
  for (const { at, line, level } of places) {
    const known = said.get(at) ?? [];
    if (!known.some((one) => one.level === level)) known.push({ line, level });
    said.set(at, known);
  }
  const found = new Map<number, Contradiction[]>();
  for (const { at, line, dimension, level } of places) {
    const other = said.get(at)?.find((one) => one.level !== level);
    if (other) found.set(line, [...(found.get(line) ?? []), { dimension, level, other }]);
  }
  return found;
}

/** A level as files write it. */
export function writtenLevel(level: Level | null): string {
  return level === null ? '?' : String(level);
}
