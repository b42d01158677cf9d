/**
 * Severity of a rater: how far the levels that one gives lie from those of the others.
 * Formula: for each rating of the rater, level - mean level of the other raters of the same person and dimension;
 * severity = mean of these differences; 95 % interval = severity +- t x standard error, the error by person, since the
 * differences of one person belong together: SE^2 = G / (G - 1) x sum over people of (sum of residuals)^2 / n^2,
 * t with G - 1 degrees of freedom, G people. Unit: levels, -4 (lower than others) to 4 (higher). Rounding: none.
 * Missing: no severity without a common rating; no interval under 2 people. It never changes a rating.
 * Source: issue of calibration; Liang and Zeger 1986.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { studentQuantile } from './student-quantile';

/** A level that somebody gave; of raters who are told together, all have one key. */
export interface RaterLevel {
  readonly rater: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly level: Level;
}

export interface Severity {
  readonly rater: string;
  /** Ratings that others rated as well. */
  readonly n: number;
  /** Rated people among them. */
  readonly people: number;
  /** Mean difference, in levels. */
  readonly difference: number;
  /** Null under 2 people. */
  readonly low: number | null;
  readonly high: number | null;
}

/** One entry for each rater who has a rating in common with another, by key. */
export function severities(levels: readonly RaterLevel[]): readonly Severity[] {
  const byCell = Map.groupBy(levels, ({ employeeId, dimension }) => `${employeeId} ${dimension}`);
  const differences = new Map<string, { employeeId: string; value: number }[]>();
  for (const cell of byCell.values()) {
    for (const [index, own] of cell.entries()) {
      const others = cell.filter((other, at) => at !== index && other.rater !== own.rater);
      if (others.length === 0) continue;
      const mean = others.reduce((sum, { level }) => sum + level, 0) / others.length;
      const known = differences.get(own.rater) ?? [];
      known.push({ employeeId: own.employeeId, value: own.level - mean });
      differences.set(own.rater, known);
    }
  }
  return [...differences]
    .map(([rater, values]) => severityOf(rater, values))
    .sort((a, b) => (a.rater < b.rater ? -1 : 1));
}

function severityOf(
  rater: string,
  values: readonly { readonly employeeId: string; readonly value: number }[],
): Severity {
  const n = values.length;
  const difference = values.reduce((sum, { value }) => sum + value, 0) / n;
  const byPerson = Map.groupBy(values, ({ employeeId }) => employeeId);
  const people = byPerson.size;
  const squares = [...byPerson.values()].reduce(
    (sum, own) => sum + own.reduce((rest, { value }) => rest + value - difference, 0) ** 2,
    0,
  );
  const quantile = studentQuantile(people - 1);
  const half = quantile === null ? null : quantile * Math.sqrt(((people / (people - 1)) * squares) / n ** 2);
  return {
    ...{ rater, n, people, difference },
    low: half === null ? null : difference - half,
    high: half === null ? null : difference + half,
  };
}
