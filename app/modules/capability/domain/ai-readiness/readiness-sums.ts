/**
 * Readiness sums: the integers that AI-readiness of a group is formed of, from people counted by level, target and
 * exposure of their main occupation.
 * Unit: people; attainments in twelfths; weights in ten-thousandths of observed exposure. Range: 0 and up.
 * Missing: not assessed and no target are counted apart and never as 0. Source: method.md 3, 6.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { attainmentTwelfths } from '../attainment';

export interface CountedPeople {
  readonly level: Level | null;
  readonly target: Level | null;
  readonly isDefault: boolean;
  /** Ten-thousandths; null: no data. */
  readonly exposure: number | null;
  readonly people: number;
}

export interface GroupReadiness {
  readonly people: number;
  readonly assessed: number;
  /** Assessed people at the levels 0 to 4. */
  readonly levels: readonly [number, number, number, number, number];
  readonly withTarget: number;
  /** Of those with a target, the ones whom no written profile asks. */
  readonly defaultTarget: number;
  /** Assessed people with a target: the n of readiness. */
  readonly pairs: number;
  readonly atTarget: number;
  /** Sum of attainments of the pairs. */
  readonly attained: number;
  /** Pairs with an exposure above 0, the sum of these, and the sum of exposure x attainment. */
  readonly weighted: number;
  readonly weights: number;
  readonly weightedAttained: number;
  /** People whose occupation has no exposure data, or who have none. */
  readonly noExposure: number;
}

/** The sums of people; lists may name the same kind of people more than once. */
export function sumGroup(counts: Iterable<CountedPeople>): GroupReadiness {
  const levels: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const sums = { people: 0, withTarget: 0, defaultTarget: 0, pairs: 0, atTarget: 0, attained: 0 };
  const weighed = { weighted: 0, weights: 0, weightedAttained: 0, noExposure: 0 };
  for (const { level, target, isDefault, exposure, people } of counts) {
    sums.people += people;
    if (exposure === null) weighed.noExposure += people;
    if (target !== null) sums.withTarget += people;
    if (target !== null && isDefault) sums.defaultTarget += people;
    if (level === null) continue;
    levels[level] += people;
    if (target === null) continue;
    const attained = attainmentTwelfths(level, target);
    sums.pairs += people;
    sums.attained += people * attained;
    if (level >= target) sums.atTarget += people;
    if (exposure === null || exposure === 0) continue;
    weighed.weighted += people;
    weighed.weights += people * exposure;
    weighed.weightedAttained += people * exposure * attained;
  }
  const assessed = levels.reduce((total, n) => total + n, 0);
  return { ...sums, ...weighed, assessed, levels };
}
