/**
 * Raising k: a stored cut made coarser at once, from its own blocks as they are shown, so that nothing newer and
 * nothing finer appears. Rule: the rows are drawn again with the larger k over the sums of the blocks.
 * Source: method.md 9 ("raising it applies at once to everything released").
 */
import { familiesOf } from './cut-families';
import { drawBlocks } from './draw-blocks';
import { treeOfBlocks } from './draw-tree';
import type { DimensionCut, ReleaseCut } from './release-cut';

/** The cut under a larger k; itself when k is not larger. */
export function coarsenCut(cut: ReleaseCut, k: number): ReleaseCut {
  if (k <= cut.k) return cut;
  return { ...cut, k, dimensions: cut.dimensions.map((dimension) => coarsenDimension(dimension, k)) };
}

function coarsenDimension(cut: DimensionCut, k: number): DimensionCut {
  const rows = cut.families.flatMap((family) => family.rows);
  const names = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.name] as const])));
  const states = new Map(rows.map((row) => [row.key, { people: row.people, restOf: row.restOf }]));
  const blocks = drawBlocks(treeOfBlocks(cut.blocks, names), k);
  const families = familiesOf(blocks, {
    names,
    rowsOf: (parent) =>
      (cut.families.find((family) => family.parent === parent)?.rows ?? []).map(
        ({ key, kind, id, name }) => ({
          key,
          kind,
          id,
          name,
        }),
      ),
    stateOf: (key) => states.get(key) ?? { people: 0, restOf: false },
  });
  return { dimension: cut.dimension, blocks, families };
}
