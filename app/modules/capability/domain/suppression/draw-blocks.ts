/**
 * Drawing the blocks: which rows of each family are shown, which are hidden together.
 * Rule: a row too small is hidden with its smallest sibling, and so on until the hidden rows of the family are large
 * enough together; a family that cannot keeps its parent without children; all beneath a hidden row is hidden.
 * Smallest = fewest assessed, ties by key. Every block drawn is large enough. Source: method.md 9.3, 9.5.
 */
import { addSums, assessedOf, type BlockSums, isLargeEnough } from './block-sums';
import type { BlockPart, CutBlock, CutRow } from './release-cut';

export interface DrawNode {
  /** One row, or the rows of a block that is hidden already. */
  readonly rows: readonly CutRow[];
  readonly hidden: boolean;
  readonly sums: BlockSums;
  /** The sums that decide whether it is large enough: those of the people whom the viewer does not know. */
  readonly basis: BlockSums;
  readonly parts: readonly BlockPart[];
  /** Rows beneath that have people; empty for a leaf. */
  readonly children: readonly DrawNode[];
}

/** The blocks of a tree, in a fixed order; none when the whole is too small. */
export function drawBlocks(root: DrawNode, k: number): readonly CutBlock[] {
  return isLargeEnough(root.basis, k) ? sortBlocks(drawNode(root, [], k)) : [];
}

/** Blocks in order of their way from the top, then of their first row. */
export function sortBlocks(blocks: readonly CutBlock[]): readonly CutBlock[] {
  const keyed = blocks.map((block) => ({ block, key: JSON.stringify([block.path, block.rows[0]?.key]) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ block }) => block);
}

/** Splits the rows of a family into shown and hidden ones; null when its parent must show no children. */
export function splitFamily(
  rows: readonly DrawNode[],
  k: number,
): { readonly shown: readonly DrawNode[]; readonly hidden: readonly DrawNode[] } | null {
  const mustHide = (row: DrawNode): boolean => row.hidden || !isLargeEnough(row.basis, k);
  const hidden = rows.filter(mustHide);
  const shown = rows.filter((row) => !mustHide(row)).sort(smallestFirst);
  while (hidden.length > 0 && !isLargeEnough(addSums(hidden.map((row) => row.basis)), k)) {
    const smallest = shown.shift();
    if (smallest === undefined) return null;
    hidden.push(smallest);
  }
  return shown.length === 0 ? null : { shown, hidden };
}

function drawNode(node: DrawNode, path: readonly string[], k: number): CutBlock[] {
  const family = splitFamily(node.children, k);
  if (family === null) return [toBlock([node], path, true)];
  const id = node.rows[0]?.id ?? null;
  const inner = id === null ? path : [...path, id];
  const hidden = family.hidden.length === 0 ? [] : [toBlock(family.hidden, inner, false)];
  return [...hidden, ...family.shown.flatMap((row) => drawNode(row, inner, k))];
}

function toBlock(nodes: readonly DrawNode[], path: readonly string[], shown: boolean): CutBlock {
  return {
    rows: nodes.flatMap((node) => node.rows).sort((a, b) => (a.key < b.key ? -1 : 1)),
    shown,
    path,
    parts: joinParts(nodes.flatMap((node) => node.parts)),
    sums: addSums(nodes.map((node) => node.sums)),
  };
}

/** One part per release. */
export function joinParts(parts: readonly BlockPart[]): readonly BlockPart[] {
  const byRelease = new Map<string, BlockPart>();
  for (const part of parts) {
    const other = byRelease.get(part.release);
    byRelease.set(part.release, {
      release: part.release,
      day: part.day,
      groups: [...new Set([...(other?.groups ?? []), ...part.groups])].sort(),
    });
  }
  return [...byRelease.values()].sort((a, b) => (a.release < b.release ? -1 : 1));
}

function smallestFirst(a: DrawNode, b: DrawNode): number {
  const keyOf = (row: DrawNode): string => row.rows[0]?.key ?? '';
  return assessedOf(a.basis) - assessedOf(b.basis) || (keyOf(a) < keyOf(b) ? -1 : 1);
}
