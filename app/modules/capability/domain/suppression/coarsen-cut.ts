/**
 * A stored cut made coarser, from its own blocks as they are shown, so that nothing newer and nothing finer appears.
 * Raising k: the rows are drawn again with the larger k over those of the blocks whom the viewer does not know.
 * People who became known to the viewer: the rows are drawn again so that each block holds k others; the figures stay.
 * Where not even the whole holds k others, one hidden block is left: nothing is shown, and nothing is forgotten.
 * Source: method.md 9 ("raising it applies at once to everything released"), 9.4.
 */
import { blockPiece } from './block-piece';
import { addSums, type BlockSums, isLargeEnough, sumPeople } from './block-sums';
import { familiesOf } from './cut-families';
import { drawBlocks, joinParts } from './draw-blocks';
import { groupRow, treeOfBlocks } from './draw-tree';
import { findPastMembers } from './past-members';
import type { CutBlock, DimensionCut, ReleaseCut } from './release-cut';
import type { ReleasePerson } from './release-facts';

/** The cut under a larger k; itself when k is not larger. */
export function coarsenCut(cut: ReleaseCut, k: number): ReleaseCut {
  if (k <= cut.k) return cut;
  const change = { from: cut.k, to: k };
  return { ...cut, k, dimensions: cut.dimensions.map((one) => coarsenDimension(one, change, unknownOf)) };
}

interface Knowledge {
  /** People whom the viewer may read one by one now, or might, as far as it counts in a dimension. */
  readonly knownOf: (dimension: number) => ReadonlySet<string>;
  /** People of every release of releasesInUse(cut), by release id. */
  readonly history: ReadonlyMap<string, readonly ReleasePerson[]>;
}

/** The cut without blocks of which fewer than k people are unknown to the viewer; itself when there are none. */
export function hideKnown(cut: ReleaseCut, { knownOf, history }: Knowledge): ReleaseCut {
  const past = { history, leftOut: cut.leftOut };
  const dimensions = cut.dimensions.map((one) => {
    const known = knownOf(one.dimension);
    if (known.size === 0) return one;
    const scope = { dimension: one.dimension, leftOutNow: known };
    const members = findPastMembers(one.blocks, past, scope);
    const basis = new Map(one.blocks.map((block) => [block, sumPeople(members.membersOf(block).values())]));
    const basisOf = (block: CutBlock): BlockSums => basis.get(block) ?? block.sums;
    if (one.blocks.every((block) => isLargeEnough(basisOf(block), cut.k))) return one;
    const coarse = coarsenDimension(one, { from: cut.k, to: cut.k }, basisOf);
    return coarse.blocks.length > 0 ? coarse : { ...one, blocks: [joinHidden(one.blocks)], families: [] };
  });
  return { ...cut, dimensions };
}

function joinHidden(blocks: readonly CutBlock[]): CutBlock {
  const parts = joinParts(blocks.flatMap((block) => block.parts));
  const sums = addSums(blocks.map((block) => block.sums));
  return { rows: [groupRow(null, '')], shown: false, path: [], parts, sums };
}

const unknownOf = ({ sums, unknown }: CutBlock): BlockSums => (unknown ? { ...sums, levels: unknown } : sums);

function coarsenDimension(
  cut: DimensionCut,
  k: { readonly from: number; readonly to: number },
  basisOf: (block: CutBlock) => BlockSums,
): DimensionCut {
  const rows = cut.families.flatMap((family) => family.rows);
  const names = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.name] as const])));
  const states = new Map(rows.map((row) => [row.key, { people: row.people, restOf: row.restOf }]));
  const pieces = new Map(cut.blocks.map((block) => [blockPiece(block, k.from), block] as const));
  const ofPiece = (piece: CutBlock): BlockSums => basisOf(pieces.get(piece) ?? piece);
  const blocks = drawBlocks(treeOfBlocks([...pieces.keys()], { names, basisOf: ofPiece }), k.to);
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
  return { ...cut, blocks, families };
}
