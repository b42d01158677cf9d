/**
 * Cell: what a group holds in one dimension, as sums that can be stored, added and subtracted.
 * Formula: each field is a count or a sum over the group's active people; days are days since 1970-01-01.
 * Unit: integers only; ratios are formed when shown (cell-figures.ts). Range: below 2^53 for 100,000 people.
 * Rounding: none here. Missing: a person without level counts in people alone, one without target in noTarget.
 * recheckDue and what depends on it hold for one asOf, until nextChangeDay. Source: method.md 4.
 */
import { type DayText, dayNumber } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import type { ProfileDimension } from './profile';
import { strengthUnits } from './strength-units';

export interface CellSums {
  readonly people: number;
  readonly assessed: number;
  /** Assessed people at each level. */
  readonly n0: number;
  readonly n1: number;
  readonly n2: number;
  readonly n3: number;
  readonly n4: number;
  /** People with a target, assessed or not. */
  readonly withTarget: number;
  /** People whose target is written, not a default. */
  readonly writtenTarget: number;
  /** People without a target: people - withTarget. */
  readonly noTarget: number;
  /** People with both level and target: the pairs of all gap figures. */
  readonly assessedWithTarget: number;
  readonly targetSum: number;
  readonly gapSum: number;
  readonly weightedGapSum: number;
  readonly weightedTargetSum: number;
  /** Pairs with level at target or above. */
  readonly atTarget: number;
  /** Assessed people whose re-check day has come. */
  readonly recheckDue: number;
  readonly strengthUnits: number;
  readonly diffSum: number;
  readonly diffN: number;
  readonly newestDay: number | null;
  readonly nextChangeDay: number | null;
}

const EMPTY: CellSums = {
  people: 0,
  assessed: 0,
  n0: 0,
  n1: 0,
  n2: 0,
  n3: 0,
  n4: 0,
  withTarget: 0,
  writtenTarget: 0,
  noTarget: 0,
  assessedWithTarget: 0,
  targetSum: 0,
  gapSum: 0,
  weightedGapSum: 0,
  weightedTargetSum: 0,
  atTarget: 0,
  recheckDue: 0,
  strengthUnits: 0,
  diffSum: 0,
  diffN: 0,
  newestDay: null,
  nextChangeDay: null,
};

/** The cell of nobody; neutral to addCells. */
export function emptyCell(): CellSums {
  return EMPTY;
}

/** The cell of one active person on the day asOf; computed from the person's row of that same day. */
export function personCell(row: ProfileDimension, asOf: DayText, constants: MethodConstants): CellSums {
  const one = (condition: boolean): number => (condition ? 1 : 0);
  const pair = row.gap !== null;
  const weight = row.weight ?? 0;
  return {
    people: 1,
    assessed: one(row.level !== null),
    n0: one(row.level === 0),
    n1: one(row.level === 1),
    n2: one(row.level === 2),
    n3: one(row.level === 3),
    n4: one(row.level === 4),
    withTarget: one(row.target !== null),
    writtenTarget: one(row.target !== null && !row.isDefault),
    noTarget: one(row.target === null),
    assessedWithTarget: one(pair),
    targetSum: pair ? (row.target ?? 0) : 0,
    gapSum: row.gap ?? 0,
    weightedGapSum: weight * (row.gap ?? 0),
    weightedTargetSum: pair ? weight * (row.target ?? 0) : 0,
    atTarget: one(row.gap === 0),
    recheckDue: one(row.recheckOn !== null && row.recheckOn <= asOf),
    strengthUnits:
      row.assessedOn === null || row.strengthTrust === null
        ? 0
        : strengthUnits(row.assessedOn, row.strengthTrust, constants),
    diffSum: row.selfManagerDifference ?? 0,
    diffN: one(row.selfManagerDifference !== null),
    newestDay: row.assessedOn === null ? null : dayNumber(row.assessedOn),
    nextChangeDay: row.nextChangeOn === null ? null : dayNumber(row.nextChangeOn),
  };
}

/** The cell with one more person. */
export function addPerson(
  cell: CellSums,
  row: ProfileDimension,
  at: { readonly asOf: DayText; readonly constants: MethodConstants },
): CellSums {
  return addCells(cell, personCell(row, at.asOf, at.constants));
}

/** The cell of two groups without common people; associative and commutative. */
export function addCells(a: CellSums, b: CellSums): CellSums {
  const sum = { ...a } as { -readonly [key in keyof CellSums]: CellSums[key] };
  for (const key of SUM_KEYS) sum[key] = a[key] + b[key];
  sum.newestDay = pick(a.newestDay, b.newestDay, Math.max);
  sum.nextChangeDay = pick(a.nextChangeDay, b.nextChangeDay, Math.min);
  return sum;
}

/** Sum of the levels of the assessed. */
export function levelSum(cell: Pick<CellSums, 'n1' | 'n2' | 'n3' | 'n4'>): number {
  return cell.n1 + 2 * cell.n2 + 3 * cell.n3 + 4 * cell.n4;
}

type SumKey = Exclude<keyof CellSums, 'newestDay' | 'nextChangeDay'>;
const SUM_KEYS = Object.keys(EMPTY).filter(
  (key): key is SumKey => key !== 'newestDay' && key !== 'nextChangeDay',
);

function pick(a: number | null, b: number | null, choose: (a: number, b: number) => number): number | null {
  return a === null || b === null ? (a ?? b) : choose(a, b);
}
