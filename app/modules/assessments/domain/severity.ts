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

/** What severity is computed from: sums over the people whom a rater and somebody else rated, which can be added up. */
export interface SeveritySums {
  readonly n: number;
  readonly people: number;
  /** Of the differences. */
  readonly sum: number;
  /** Over people: of the squared sum of differences, of sum times ratings, of squared ratings. */
  readonly squares: number;
  readonly products: number;
  readonly counts: number;
}

/** The sums of each rater who has a rating in common with another; a cell has the ratings of one person and dimension. */
export function severitySums(cells: readonly (readonly RaterLevel[])[]): Map<string, SeveritySums> {
  const differences = new Map<string, Map<string, { n: number; sum: number }>>();
  for (const cell of cells) {
    if (cell.length < 2) continue;
    for (const own of cell) {
      const others = cell.filter(({ rater }) => rater !== own.rater);
      if (others.length === 0) continue;
      const mean = others.reduce((sum, { level }) => sum + level, 0) / others.length;
      const people = differences.get(own.rater) ?? new Map<string, { n: number; sum: number }>();
      const known = people.get(own.employeeId) ?? { n: 0, sum: 0 };
      people.set(own.employeeId, { n: known.n + 1, sum: known.sum + own.level - mean });
      differences.set(own.rater, people);
    }
  }
  return new Map([...differences].map(([rater, people]) => [rater, sumsOf([...people.values()])]));
}

function sumsOf(people: readonly { readonly n: number; readonly sum: number }[]): SeveritySums {
  const over = (value: (one: { n: number; sum: number }) => number) =>
    people.reduce((total, one) => total + value(one), 0);
  return {
    ...{ people: people.length, n: over(({ n }) => n), sum: over(({ sum }) => sum) },
    squares: over(({ sum }) => sum ** 2),
    products: over(({ n, sum }) => n * sum),
    counts: over(({ n }) => n ** 2),
  };
}

/** Adds sums to those of the same rater; both are of different people. */
export function mergeSums(into: Map<string, SeveritySums>, more: ReadonlyMap<string, SeveritySums>): void {
  for (const [rater, one] of more) {
    const known = into.get(rater);
    if (!known) into.set(rater, one);
    else
      into.set(rater, {
        ...{ people: known.people + one.people, n: known.n + one.n, sum: known.sum + one.sum },
        squares: known.squares + one.squares,
        products: known.products + one.products,
        counts: known.counts + one.counts,
      });
  }
}

/** One entry for each rater of the sums, by key. */
export function severitiesOf(sums: ReadonlyMap<string, SeveritySums>): readonly Severity[] {
  return [...sums].map(([rater, of]) => severityOf(rater, of)).sort((a, b) => (a.rater < b.rater ? -1 : 1));
}

function severityOf(rater: string, { n, people, sum, squares, products, counts }: SeveritySums): Severity {
  const difference = sum / n;
  // The sum over people of (sum - n x difference)^2, taken apart; rounding may leave it a little under 0.
  const residuals = Math.max(0, squares - 2 * difference * products + difference ** 2 * counts);
  const quantile = studentQuantile(people - 1);
  const half =
    quantile === null ? null : quantile * Math.sqrt(((people / (people - 1)) * residuals) / n ** 2);
  return {
    ...{ rater, n, people, difference },
    low: half === null ? null : difference - half,
    high: half === null ? null : difference + half,
  };
}
