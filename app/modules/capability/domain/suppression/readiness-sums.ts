/**
 * Readiness sums: what released figures of AI-readiness are made of, of people with a level and a target.
 * Unit: attainments in twelfths, weights in ten-thousandths of observed exposure; integers throughout.
 * Missing: an occupation without exposure, or with none observed, has no weight. Source: method.md 6, 9.6.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { ATTAINMENT_PARTS, attainmentTwelfths } from '../attainment';

export interface ReadinessSums {
  /** Sum of attainments. */
  readonly attained: number;
  /** People with a weight above 0. */
  readonly weighted: number;
  readonly weights: number;
  readonly squares: number;
  /** Sum of weight x attainment. */
  readonly weightedAttained: number;
  /** Of the people with a weight: those whose attainment is above none, and those below the whole. */
  readonly above: number;
  readonly below: number;
  /**
   * Of joined blocks (block-piece.ts): one of them had too few people with a weight, whose changes no weighted figure
   * was asked about. Not there: none had.
   */
  readonly few?: true;
}

/** The sums of one person. */
export function sumReadiness(person: {
  readonly level: Level;
  readonly target: Level;
  readonly exposure: number | null;
}): ReadinessSums {
  const attained = attainmentTwelfths(person.level, person.target);
  const weight = person.exposure ?? 0;
  const has = weight > 0 ? 1 : 0;
  return {
    attained,
    weighted: has,
    weights: weight,
    squares: weight ** 2,
    weightedAttained: weight * attained,
    above: has && attained > 0 ? 1 : 0,
    below: has && attained < ATTAINMENT_PARTS ? 1 : 0,
  };
}

/** Sums of people without anybody in common. */
export function addReadiness(a: ReadinessSums | undefined, b: ReadinessSums): ReadinessSums {
  if (a === undefined) return b;
  return {
    attained: a.attained + b.attained,
    weighted: a.weighted + b.weighted,
    weights: a.weights + b.weights,
    squares: a.squares + b.squares,
    weightedAttained: a.weightedAttained + b.weightedAttained,
    above: a.above + b.above,
    below: a.below + b.below,
    ...(a.few || b.few ? { few: true } : {}),
  };
}
