/**
 * Blocks without the at-target share, and without readiness, where share and mean together would tell levels of fewer
 * than k people (tells-levels.ts). They count nobody towards the shares of the rows above either, so that no difference
 * of shares brings them back. Asked of blocks with new figures: what was told before stays as it was told.
 * Source: method.md 9.6.
 */
import { findPastMembers } from './past-members';
import type { CutBlock } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { tellsLevels } from './tells-levels';

interface Guarding {
  readonly dimension: number;
  /** The release whose figures are new. */
  readonly release: string;
  /** Its people. */
  readonly people: readonly ReleasePerson[];
  /** People whose levels the viewer knows or may know. */
  readonly known: ReadonlySet<string>;
  readonly k: number;
}

/** The blocks, each with the share or without. */
export function guardShares(
  blocks: readonly CutBlock[],
  { dimension, release, people, known, k }: Guarding,
): readonly CutBlock[] {
  const isNew = ({ parts }: CutBlock) => parts.every((part) => part.release === release);
  const history = new Map([[release, people]]);
  const scope = { dimension, leftOutNow: known };
  const members = findPastMembers(blocks.filter(isNew), { history, leftOut: {} }, scope);
  return blocks.map((block) => {
    const unknown = members.membersOf(block).values();
    return isNew(block) && block.sums.pairs > 0 && tellsLevels(unknown, k) ? withoutShare(block) : block;
  });
}

function withoutShare(block: CutBlock): CutBlock {
  const { readiness: _, ...sums } = block.sums;
  return { ...block, sums: { ...sums, pairs: 0, atTarget: 0 } };
}
