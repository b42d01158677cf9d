/**
 * Change of AI-readiness between two days: evidence moved + people moved.
 * Evidence moved = exposure (another release of it weighs the same people otherwise; 0 for the figure without weights)
 * + known (people of both days who were assessed on one of them only). People moved = targets + joined and left + levels
 * (of the people on both days, with the occupation that they changed to). The steps are taken in that order and each is
 * the difference of the figure before and after it, so that they sum to the change. Where nobody is left to form the
 * figure of, it is carried over the step.
 * Clear: at least 10 people with a level and a target on both days, and a change of at least 2 standard errors of their
 * paired differences; else no arrow and no colour. Unit: points of readiness, 0 to 100. Rounding: none.
 * Missing: null where there is no figure on one of the days. Source: method.md 6, 4.
 */
import { ATTAINMENT_PARTS, attainmentTwelfths } from '../attainment';
import { hasEnoughExposure, readinessFigures } from './group-readiness';
import type { ReadinessMove, ReadinessSide } from './readiness-move';
import { type CountedPeople, type GroupReadiness, sumGroup } from './readiness-sums';

/** Exposure of an occupation in ten-thousandths; null: no data. */
export type ExposureOf = (soc: string | null) => number | null;

export interface ChangeSteps {
  readonly before: number;
  readonly after: number;
  readonly exposure: number;
  readonly known: number;
  readonly targets: number;
  readonly joinedAndLeft: number;
  readonly levels: number;
  /** exposure + known. */
  readonly evidenceMoved: number;
  /** targets + joinedAndLeft + levels. */
  readonly peopleMoved: number;
}

export interface ReadinessChange {
  readonly plain: ChangeSteps;
  /** null: too little exposure data on one of the days. */
  readonly weighted: ChangeSteps | null;
  /** People with a level and a target on both days. */
  readonly common: number;
  readonly isClear: boolean;
}

const FEWEST_COMMON = 10;

/** The change of a group; null where it has no readiness on one of the days. */
export function readinessChange(
  moves: readonly ReadinessMove[],
  exposure: { readonly before: ExposureOf; readonly after: ExposureOf },
): ReadinessChange | null {
  const states = statesBetween(moves, exposure).map(sumGroup);
  const plain = steps(states, (sums) => readinessFigures(sums).readiness);
  if (plain === null) return null;
  const [first, last] = [states[0], states.at(-1)];
  const isWeighed = first && last && hasEnoughExposure(first) && hasEnoughExposure(last);
  const paired = pairedDifferences(moves);
  return {
    plain,
    weighted: isWeighed ? steps(states, weightedOf) : null,
    common: paired.people,
    isClear: isClear(plain.after - plain.before, paired),
  };
}

/** The six states: before, other exposures, other people known, other targets, joined and left, after. */
function statesBetween(
  moves: readonly ReadinessMove[],
  exposure: { readonly before: ExposureOf; readonly after: ExposureOf },
): CountedPeople[][] {
  const counted = (side: ReadinessSide, of: ExposureOf, people: number): CountedPeople => {
    const { level, target, isDefault, soc } = side;
    return { level, target, isDefault, exposure: of(soc), people };
  };
  const states: CountedPeople[][] = [[], [], [], [], [], []];
  const put = (from: number, to: number, people: CountedPeople) => {
    for (let state = from; state < to; state += 1) states[state]?.push(people);
  };
  for (const { before, after, people } of moves) {
    if (before) {
      const then = counted(before, exposure.after, people);
      put(0, 1, counted(before, exposure.before, people));
      put(1, after ? 2 : 4, then);
      if (!after) continue;
      const isKnownOnce = (before.level === null) !== (after.level === null);
      const known = isKnownOnce ? { ...then, level: after.level } : then;
      put(2, 3, known);
      put(3, 5, { ...known, target: after.target });
      put(5, 6, counted(after, exposure.after, people));
    } else if (after) put(4, 6, counted(after, exposure.after, people));
  }
  return states;
}

function steps(
  states: readonly GroupReadiness[],
  figureOf: (sums: GroupReadiness) => number | null,
): ChangeSteps | null {
  const figures = states.map(figureOf);
  const [before, after] = [figures[0] ?? null, figures.at(-1) ?? null];
  if (before === null || after === null) return null;
  let value: number = before;
  const [exposure = 0, known = 0, targets = 0, joinedAndLeft = 0, levels = 0] = figures
    .slice(1)
    .map((figure) => {
      const step = (figure ?? value) - value;
      value = figure ?? value;
      return step;
    });
  return {
    ...{ before, after, exposure, known, targets, joinedAndLeft, levels },
    evidenceMoved: exposure + known,
    peopleMoved: targets + joinedAndLeft + levels,
  };
}

/** Between the days the rule of the half does not apply: the figure is formed of whoever has a weight. */
function weightedOf({ weightedAttained, weights }: GroupReadiness): number | null {
  return weights === 0 ? null : (100 * weightedAttained) / (ATTAINMENT_PARTS * weights);
}

interface Paired {
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
}

function pairedDifferences(moves: readonly ReadinessMove[]): Paired {
  const paired = { people: 0, sum: 0, squares: 0 };
  for (const { before, after, people } of moves) {
    const [then, now] = [attainedBy(before), attainedBy(after)];
    if (then === null || now === null) continue;
    paired.people += people;
    paired.sum += people * (now - then);
    paired.squares += people * (now - then) ** 2;
  }
  return paired;
}

function attainedBy(side: ReadinessSide | null): number | null {
  if (side === null || side.level === null || side.target === null) return null;
  return attainmentTwelfths(side.level, side.target);
}

function isClear(change: number, { people, sum, squares }: Paired): boolean {
  if (people < FEWEST_COMMON || change === 0) return false;
  const variance = Math.max(0, squares - sum ** 2 / people) / (people - 1);
  const error = (100 * Math.sqrt(variance / people)) / ATTAINMENT_PARTS;
  return Math.abs(change) >= 2 * error;
}
