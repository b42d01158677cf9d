/**
 * Matching: which blocks of the last cut and which newly drawn blocks concern each other.
 * Linked are blocks of which a row is the same as, above or beneath a row of the other (in the tree now or on the
 * way drawn then), and blocks that count the people directly in one group.
 * Whatever is linked, directly or not, is settled together. Source: method.md 9.5 ("each old and new block
 * concerned").
 */
import { type GroupTree, groupKey, ORGANIZATION_KEY } from './group-tree';
import type { PastMembers } from './past-members';
import type { CutBlock } from './release-cut';

export interface Matching {
  readonly old: readonly CutBlock[];
  readonly drawn: readonly CutBlock[];
}

export interface MatchInput {
  readonly old: readonly CutBlock[];
  readonly drawn: readonly CutBlock[];
  readonly tree: GroupTree;
  readonly past: PastMembers;
}

/** Disjoint sets of blocks to be settled together; every block is in exactly one. */
export function matchBlocks(input: MatchInput): readonly Matching[] {
  const links = new Links([...input.old, ...input.drawn]);
  linkRows(input, links);
  linkGroups(input, links);
  const sets = new Map<CutBlock, { old: CutBlock[]; drawn: CutBlock[] }>();
  const setOf = (block: CutBlock): { old: CutBlock[]; drawn: CutBlock[] } => {
    const root = links.find(block);
    const set = sets.get(root) ?? { old: [], drawn: [] };
    sets.set(root, set);
    return set;
  };
  for (const block of input.old) setOf(block).old.push(block);
  for (const block of input.drawn) setOf(block).drawn.push(block);
  return [...sets.values()];
}

function linkRows(input: MatchInput, links: Links): void {
  const byKey = new Map<string, CutBlock[]>();
  const all = [...input.old, ...input.drawn];
  for (const block of all) {
    for (const row of block.rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), block]);
  }
  for (const block of all) {
    const above = block.rows.flatMap((row) => {
      if (row.id === null) return [];
      const path = [...input.tree.pathOf(row.id), ...(row.kind === 'direct' ? [row.id] : [])];
      return [row.key, ...path.map(groupKey)];
    });
    const keys = [
      ...above,
      ...block.rows.map((row) => row.key),
      ...block.path.map(groupKey),
      ORGANIZATION_KEY,
    ];
    for (const key of new Set(keys)) {
      for (const other of byKey.get(key) ?? []) links.join(block, other);
    }
  }
}

function linkGroups(input: MatchInput, links: Links): void {
  for (const block of input.drawn) {
    const groups = new Set(block.parts.flatMap((part) => part.groups));
    for (const group of groups) {
      for (const other of input.past.blocksOf(group === '' ? null : group)) links.join(block, other);
    }
  }
}

/** Union-find over blocks. */
class Links {
  private readonly parents: Map<CutBlock, CutBlock>;

  constructor(blocks: readonly CutBlock[]) {
    this.parents = new Map(blocks.map((block) => [block, block]));
  }

  find(block: CutBlock): CutBlock {
    let root = block;
    for (let up = this.parents.get(root); up !== undefined && up !== root; up = this.parents.get(root))
      root = up;
    this.parents.set(block, root);
    return root;
  }

  join(a: CutBlock, b: CutBlock): void {
    const root = this.find(a);
    const other = this.find(b);
    if (root !== other) this.parents.set(other, root);
  }
}
