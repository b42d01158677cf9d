/**
 * Block piece: a block as it goes into a coarser one, with what sums alone would lose.
 * Strength units keep their day, since parts of a joined block may be of different releases. A block with a few people
 * with a weight says so: it took new figures whatever their changes were (settle-blocks.ts), so no weighted figure may
 * be told of what it becomes part of. Source: method.md 9.5, 9.6.
 */
import type { CutBlock } from './release-cut';

/** The block to be joined with others; k of the cut that it was drawn for. */
export function blockPiece(block: CutBlock, k: number): CutBlock {
  const { readiness, overview } = block.sums;
  const [day, ...others] = [...new Set(block.parts.map((part) => part.day))];
  const hasFew = readiness !== undefined && readiness.weighted > 0 && readiness.weighted < k;
  const isOfOneDay = overview !== undefined && day !== undefined && others.length === 0;
  const saysDay = overview?.unitsOf !== undefined;
  return {
    ...block,
    sums: {
      ...block.sums,
      ...(hasFew ? { readiness: { ...readiness, few: true } } : {}),
      ...(isOfOneDay && !saysDay ? { overview: { ...overview, unitsOf: { [day]: overview.units } } } : {}),
    },
  };
}
