/**
 * Settling: which figures a set of matching blocks shows from this release on.
 * Same rows then and now: new figures when at least k people of the block had an event, else the old ones with their
 * date. Other rows (split, merged, redrawn): the new blocks when at least k people of each old and each new block had
 * an event; else the old blocks stay, over the groups that they counted.
 * In both, no sum of old and new figures may rest on fewer than k people: every new block holds ratings of k people
 * that nothing shown before holds, or old and new blocks consist of pieces of k people (block-shifts.ts).
 * Weighted figures are asked for where one may have been shown or may be now: a block in which fewer than k people have
 * a weight hides the weighted figure of every sum that it is in, so nothing of theirs can be taken from a difference.
 * Source: method.md 9.5, 9.6.
 */
import { areFiguresSafe, countEvents } from './block-events';
import { isWhole, type Shift, type ShiftInput, shiftOfNow, shiftOfOld } from './block-shifts';
import { isLargeEnough, mayShowWeighted, sumPeople } from './block-sums';
import { completeBlock } from './complete-block';
import { type GroupTree, keysAround } from './group-tree';
import type { Matching } from './match-blocks';
import { type Contributions, groupByOwner, NOBODY } from './population';
import type { CutBlock } from './release-cut';
import type { ReleaseMark } from './release-facts';

export interface SettleInput extends ShiftInput {
  readonly release: ReleaseMark;
  readonly tree: GroupTree;
  /** The people now in each drawn block. */
  readonly membersNow: ReadonlyMap<CutBlock, Contributions>;
  /** The drawn block of each person. */
  readonly blockNow: ReadonlyMap<string, CutBlock>;
  readonly k: number;
}

/** The blocks that take the place of the matching ones. */
export function settleBlocks(matching: Matching, input: SettleInput): readonly CutBlock[] {
  const steady = steadyPair(matching);
  if (mayTakeNew(matching, steady !== null, input)) return matching.drawn;
  if (steady === null) return keepOld(matching.old, input);
  const { old, drawn } = steady;
  const kept = completeBlock(old, input.membersNow.get(drawn) ?? NOBODY, input);
  return [{ ...kept, rows: drawn.rows, path: drawn.path }];
}

/** One old and one drawn block of the same rows. */
function steadyPair({ old: [old, ...others], drawn: [drawn, ...more] }: Matching) {
  if (old === undefined || drawn === undefined || others.length + more.length > 0) return null;
  const same =
    old.rows.length === drawn.rows.length && old.rows.every((row, at) => row.key === drawn.rows[at]?.key);
  return same ? { old, drawn } : null;
}

function mayTakeNew(matching: Matching, steady: boolean, input: SettleInput): boolean {
  const { k } = input;
  const counts = countEvents(
    union(matching.old.map((block) => input.past.membersOf(block))),
    union(matching.drawn.map((block) => input.membersNow.get(block) ?? NOBODY)),
    input.known,
  );
  const hasWeighted = [...matching.old, ...matching.drawn].some(({ sums }) => mayShowWeighted(sums, k));
  if ((steady && counts.any.unknown < k) || !areFiguresSafe(counts, { k, hasWeighted })) return false;
  const oldShift = (block: CutBlock): Shift => shiftOfOld(block, input.blockNow, input);
  const olds = matching.old.map(oldShift);
  const news = matching.drawn.map((block) => shiftOfNow(input.membersNow.get(block), input));
  if (!steady && ![...olds, ...news].every((shift) => shift.events.unknown >= k)) return false;
  if (news.length > 0 && news.every((shift) => shift.own.unknown >= k)) return true;
  const partners = new Set(news.flatMap((shift) => shift.partners));
  return [...olds, ...news, ...[...partners].map(oldShift)].every((shift) => isWhole(shift, k));
}

function keepOld(old: readonly CutBlock[], input: SettleInput): readonly CutBlock[] {
  const here = new Set(old);
  const byKey = new Map(old.flatMap((block) => block.rows.map((row) => [row.key, block] as const)));
  const members = groupByOwner(input.population, (groupId) => {
    const counted = input.past.blocksOf(groupId);
    if (counted.length > 0) return counted.find((block) => here.has(block));
    const key = keysAround(groupId, input.tree).find((candidate) => byKey.has(candidate));
    return key === undefined ? undefined : byKey.get(key);
  });
  return old.map((block) => refreshed(block, members.get(block) ?? NOBODY, input));
}

/** An old block over the people now in its groups, when enough of their ratings are new; else as it was. */
function refreshed(block: CutBlock, now: Contributions, input: SettleInput): CutBlock {
  const sums = sumPeople(now.values());
  const counts = countEvents(input.past.membersOf(block), now, input.known);
  const hasWeighted = [block.sums, sums].some((one) => mayShowWeighted(one, input.k));
  const isSafe = areFiguresSafe(counts, { k: input.k, hasWeighted });
  const isNew = shiftOfNow(now, input).own.unknown >= input.k && isSafe;
  if (!isNew || !isLargeEnough(sums, input.k)) return completeBlock(block, now, input);
  const groups = [...new Set([...now.values()].map((person) => person.groupId ?? ''))].sort();
  return { ...block, sums, parts: [{ release: input.release.id, day: input.release.day, groups }] };
}

function union(all: readonly Contributions[]): Contributions {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0) return first;
  return new Map(all.flatMap((members) => [...members]));
}
