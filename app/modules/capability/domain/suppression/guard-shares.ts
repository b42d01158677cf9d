/**
 * Blocks whose at-target share and mean together would tell levels of fewer than k people (tells-levels.ts) say so: then
 * no share, and no readiness, is shown of them, nor of fewer than 4k people among whom they are, from whose share theirs
 * would follow. Of more people a share is told to 10 points, everybody counted.
 * Asked of blocks with new figures: what was told before stays as it was told.
 * Source: method.md 9.6.
 */
import { findPastMembers } from './past-members';
import type { CutBlock } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { coarseShare } from './released-figures';
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

/** The blocks, each with what its share would tell. */
export function guardShares(
  blocks: readonly CutBlock[],
  { dimension, release, people, known, k }: Guarding,
): readonly CutBlock[] {
  const isNew = ({ parts }: CutBlock) => parts.every((part) => part.release === release);
  const history = new Map([[release, people]]);
  const scope = { dimension, leftOutNow: known };
  const members = findPastMembers(blocks.filter(isNew), { history, leftOut: {} }, scope);
  return blocks.map((block) => {
    const { sums } = block;
    if (!isNew(block) || sums.pairs < k) return block;
    const unknown = members.membersOf(block).values();
    return tellsLevels(unknown, { k, ...leewayOf(sums, k) })
      ? { ...block, sums: { ...sums, noShare: true as const } }
      : block;
  });
}

/** Whether one more, or one fewer, at target would be told as the same share. */
function leewayOf({ atTarget, pairs }: CutBlock['sums'], k: number): { canGain: boolean; canLose: boolean } {
  const told = JSON.stringify(coarseShare(atTarget, pairs, k));
  const isSame = (other: number) =>
    other >= 0 && other <= pairs && JSON.stringify(coarseShare(other, pairs, k)) === told;
  return { canGain: isSame(atTarget + 1), canLose: isSame(atTarget - 1) };
}
