/**
 * Placing: where the blocks that stay from an earlier cut stand in the tree as it is now, so that every group has one
 * parent: beneath the lowest group of their old way that still exists and is not itself (beneath) a row of a block.
 * Groups that are gone are left out of the way. Sums stay sums of whole blocks wherever a block stands.
 */
import type { GroupTree } from './group-tree';
import type { CutBlock } from './release-cut';

/** The blocks with ways of the present tree; blocks drawn on it stay as they are. */
export function placeBlocks(blocks: readonly CutBlock[], tree: GroupTree): readonly CutBlock[] {
  const rows = new Set(
    blocks.flatMap((block) =>
      block.rows.flatMap((row) => (row.kind === 'group' && row.id !== null ? [row.id] : [])),
    ),
  );
  return blocks.map((block) => {
    const ways = block.path.filter(tree.has).map((id) => [...tree.pathOf(id), id]);
    const path = ways.findLast((way) => !way.some((id) => rows.has(id))) ?? [];
    return { ...block, path };
  });
}
