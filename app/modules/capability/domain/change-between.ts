/**
 * Change of a group's figure between two days, and what it is made of.
 * Formula: the figure is the mean, over the people of the group whose level is known, of what one person adds to it
 * (level, gap, or 1 at target). change = evidence + targets + joinedAndLeft + levels, each the difference that one step
 * makes, in this order: levels that became known or unknown; targets; people who joined or left; levels of the same
 * people known on both days. Clear: at least 10 people are known on both days and |change| >= 2 standard errors of their
 * paired differences (standard deviation / sqrt(n), n - 1 in the deviation).
 * Unit: of the figure. Rounding: none. Missing: null where one of the days has no figure. Source: method.md 4.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { gapOf } from './gap';

/** One person in one dimension on one day. */
export interface Standing {
  readonly level: Level | null;
  readonly target: Level | null;
}

/** One person of the group on either day; null: not in the group on that day. */
export interface Pair {
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** How many people stand like that; 1 when left out. */
  readonly people?: number;
}

export type ChangeFigure = 'level' | 'gap' | 'at_target';

export interface Change {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly evidence: number;
  readonly targets: number;
  readonly joinedAndLeft: number;
  readonly levels: number;
  /** People whose figure is known on both days. */
  readonly common: number;
  /** Null with fewer than two common people. */
  readonly standardError: number | null;
  readonly isClear: boolean;
}

const FEWEST_COMMON = 10;
const ERRORS = 2;

/** The change of a group's mean figure; null when either day has none. */
export function changeBetween(pairs: readonly Pair[], figure: ChangeFigure): Change | null {
  const value = (standing: Standing | null) => addedBy(standing, figure);
  const mean = (of: (pair: Pair) => Standing | null) =>
    weightedMean(pairs.map((pair) => ({ value: value(of(pair)), people: pair.people ?? 1 })));
  const before = mean((pair) => pair.before);
  const after = mean((pair) => pair.after);
  if (before === null || after === null) return null;
  const afterEvidence = mean(withEvidence) ?? before;
  const afterTargets = mean(withTargets) ?? afterEvidence;
  const stays = (pair: Pair) =>
    pair.after === null ? null : pair.before === null ? pair.after : withTargets(pair);
  const afterMoves = mean(stays) ?? afterTargets;
  const differences = pairs.flatMap((pair): Counted[] => {
    const [a, b] = [value(pair.before), value(pair.after)];
    return a === null || b === null ? [] : [{ value: b - a, people: pair.people ?? 1 }];
  });
  const common = differences.reduce((sum, { people }) => sum + people, 0);
  const standardError = errorOf(differences, common);
  const change = after - before;
  return {
    ...{ before, after, change, standardError },
    evidence: afterEvidence - before,
    targets: afterTargets - afterEvidence,
    joinedAndLeft: afterMoves - afterTargets,
    levels: after - afterMoves,
    common,
    isClear: common >= FEWEST_COMMON && standardError !== null && Math.abs(change) >= ERRORS * standardError,
  };
}

/** What one person adds to the figure; null: nothing. */
function addedBy(standing: Standing | null, figure: ChangeFigure): number | null {
  if (standing === null) return null;
  if (figure === 'level') return standing.level;
  const gap = gapOf(standing.level, standing.target);
  if (figure === 'gap' || gap === null) return gap;
  return gap === 0 ? 1 : 0;
}

/** Of people there on both days: what is known as of the second, a level known on both as of the first. */
function withEvidence({ before, after }: Pair): Standing | null {
  if (before === null || after === null) return before;
  if (after.level === null) return { ...before, level: null };
  return before.level === null ? { ...before, level: after.level } : before;
}

/** The same with the targets of the second day. */
function withTargets(pair: Pair): Standing | null {
  const known = withEvidence(pair);
  return known !== null && pair.after !== null ? { ...known, target: pair.after.target } : known;
}

interface Counted<Value = number> {
  readonly value: Value;
  readonly people: number;
}

function weightedMean(values: readonly Counted<number | null>[]): number | null {
  let [sum, people] = [0, 0];
  for (const one of values) {
    if (one.value === null) continue;
    sum += one.value * one.people;
    people += one.people;
  }
  return people === 0 ? null : sum / people;
}

function errorOf(differences: readonly Counted[], n: number): number | null {
  if (n < 2) return null;
  const average = weightedMean(differences) ?? 0;
  const squares = differences.reduce((sum, { value, people }) => sum + people * (value - average) ** 2, 0);
  return Math.sqrt(squares / (n - 1) / n);
}
