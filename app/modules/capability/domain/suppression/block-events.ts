/**
 * Events: what changed between the figures that a block shows and now.
 * A person had an event when rated again, when the target changed, when moved, joined or left. A figure changed for a
 * person when what the person adds to it differs. Whose figures the viewer knows, or may know, makes no number large
 * enough, and counts where nobody may be left (head-count.ts). Unit: people. Source: method.md 9.5, 9.6.
 */
import { HeadCount, type Heads, isKnownChange, isNoneOrLarge, type Known } from './head-count';
import type { Contribution, Contributions } from './population';

export interface EventCounts {
  /** People whose contribution to the block differs in anything, presence included. */
  readonly any: Heads;
  /** People whose level and target differ as a pair: those for whom the at-target share changes. */
  readonly pairs: Heads;
  /** Of those, the people with a weight on either side: for whom the weighted figure changes. */
  readonly weighted: Heads;
  /** People with a weight and nothing else changed than the weight, which everybody can look up. */
  readonly reweighed: Heads;
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
  if (!isNoneOrLarge(pairs, k)) return false;
  if (!hasWeighted) return true;
  return weighted.unknown >= k || (weighted.all === 0 && reweighed.all === 0);
}

/** Counts over everyone who is in the block on either side; known: whose figures the viewer knows or may know. */
export function countEvents(then: Contributions, now: Contributions, known: Known): EventCounts {
  const [any, pairs, weighted, reweighed] = [
    new HeadCount(),
    new HeadCount(),
    new HeadCount(),
    new HeadCount(),
  ];
  const compare = (id: string, before: Contribution | undefined, after: Contribution | undefined): void => {
    const isKnown = isKnownChange(id, { was: before !== undefined, is: after !== undefined }, known);
    const unchanged = before !== undefined && after !== undefined && isSameRating(before, after);
    if (unchanged && before.target === after.target) {
      if (isPair(after) && weightOf(before) !== weightOf(after)) reweighed.add(isKnown);
      return;
    }
    any.add(isKnown);
    if (isPair(before) || isPair(after)) pairs.add(isKnown);
    if (isWeighted(before) || isWeighted(after)) weighted.add(isKnown);
  };
  for (const [id, before] of then) compare(id, before, now.get(id));
  for (const [id, after] of now) if (!then.has(id)) compare(id, undefined, after);
  return { any, pairs, weighted, reweighed };
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
