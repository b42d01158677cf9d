/**
 * Events: what changed between the figures that a block shows and now.
 * A person had an event when rated again, when the target changed, when moved, joined or left. A figure changed for a
 * person when what the person adds to it differs. People left out then or now are nobody's event: their figures
 * are known to the viewer. Unit: people. Source: method.md 9.5, 9.6.
 */
import type { Contribution, Contributions } from './population';

export interface EventCounts {
  /** People whose contribution to the block differs in anything, presence included. */
  readonly any: number;
  /** People whose level and target differ as a pair: those for whom the at-target share changes. */
  readonly pairs: number;
  /** Of those, the people with a weight on either side: for whom the weighted figure changes. */
  readonly weighted: number;
  /** People with a weight and nothing else changed than the weight, which everybody can look up. */
  readonly reweighed: number;
}

interface Asked {
  readonly k: number;
  /** Whether a weighted figure can have been shown of any block concerned, or can be now. */
  readonly hasWeighted: boolean;
}

/** Whether every figure of the block changes for nobody or for at least k people (method.md 9.6). */
export function areFiguresSafe(
  { pairs, weighted, reweighed }: EventCounts,
  { k, hasWeighted }: Asked,
): boolean {
  if (pairs > 0 && pairs < k) return false;
  if (!hasWeighted) return true;
  return (weighted === 0 && reweighed === 0) || weighted >= k;
}

/** Counts over everyone who is in the block on either side. */
export function countEvents(
  then: Contributions,
  now: Contributions,
  ignored: ReadonlySet<string>,
): EventCounts {
  const counts = { any: 0, pairs: 0, weighted: 0, reweighed: 0 };
  const compare = (before: Contribution | undefined, after: Contribution | undefined): void => {
    const unchanged = before !== undefined && after !== undefined && isSameRating(before, after);
    if (unchanged && before.target === after.target) {
      if (isPair(after) && weightOf(before) !== weightOf(after)) counts.reweighed += 1;
      return;
    }
    counts.any += 1;
    counts.pairs += isPair(before) || isPair(after) ? 1 : 0;
    counts.weighted += isWeighted(before) || isWeighted(after) ? 1 : 0;
  };
  for (const [id, before] of then) if (!ignored.has(id)) compare(before, now.get(id));
  for (const [id, after] of now) if (!ignored.has(id) && !then.has(id)) compare(undefined, after);
  return counts;
}

/** Whether a person had an event: another level, rating, target or group, or missing on one side. */
export function hadEvent(before: Contribution | undefined, after: Contribution | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  return before.groupId !== after.groupId || before.target !== after.target || !isSameRating(before, after);
}

/** Whether both are the same rating of the same level (or both none): one and the same unknown to a viewer. */
export function isSameRating(before: Contribution, after: Contribution): boolean {
  return before.level === after.level && (before.level === null || before.rating === after.rating);
}

function weightOf(person: Contribution | undefined): number {
  return person?.exposure ?? 0;
}

function isWeighted(person: Contribution | undefined): boolean {
  return isPair(person) && weightOf(person) > 0;
}

function isPair(person: Contribution | undefined): boolean {
  return person !== undefined && person.target !== null && person.level !== null;
}
