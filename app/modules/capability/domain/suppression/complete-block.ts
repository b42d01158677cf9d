/**
 * What a kept block may get besides its figures: the overview part (overview-part.ts), where its figures are from before
 * that was released. Only where the very same people stand behind it, none of whom had an event: then the part is of the
 * same ratings as the figures beside it, and no difference between the two tells of anybody. Strength is that of the day
 * of the release, and says so. Once it is there it stays until the block takes new figures.
 * Whether a block gets the part tells that an event happened in it or not, once for each block of before, and no level.
 * Missing: a block of which somebody changed, or became known to the viewer, goes on without. Source: method.md 9.5.
 */
import { countEvents } from './block-events';
import { sumPeople } from './block-sums';
import type { Known } from './head-count';
import type { PastMembers } from './past-members';
import type { Contributions } from './population';
import type { CutBlock } from './release-cut';
import type { ReleaseMark } from './release-facts';

interface Completing {
  readonly past: PastMembers;
  readonly known: Known;
  readonly release: ReleaseMark;
}

/** The block with the overview part of its people, or as it was; now: who is in its groups at the release. */
export function completeBlock(
  block: CutBlock,
  now: Contributions,
  { past, known, release }: Completing,
): CutBlock {
  if (block.sums.overview !== undefined) return block;
  const then = past.membersOf(block);
  const { overview, people } = sumPeople(now.values());
  const isSame = people === block.sums.people && countEvents(then, now, known).any.all === 0;
  if (!overview || !isSame || [...now.keys()].some((id) => known.before.has(id) || known.after.has(id)))
    return block;
  return {
    ...block,
    sums: { ...block.sums, overview: { ...overview, unitsOf: { [release.day]: overview.units } } },
  };
}
