/** The tree to draw blocks from, made from the people of a release or from the blocks of a cut. */
import { addSums, type BlockSums, sumPeople } from './block-sums';
import type { DrawNode } from './draw-blocks';
import { directKey, type GroupTree, groupKey } from './group-tree';
import type { Contribution, Contributions } from './population';
import type { CutBlock, CutRow } from './release-cut';
import type { ReleaseMark } from './release-facts';

/**
 * The tree of a release: every group with people, each group with child groups also as its direct row.
 * A group of which no child group has people is a leaf. People known to the viewer are counted, but make no row large
 * enough.
 */
export function treeOfPeople(
  population: Contributions,
  tree: GroupTree,
  { release, known }: { readonly release: ReleaseMark; readonly known: ReadonlySet<string> },
): DrawNode {
  const direct = new Map<string | null, Contribution[]>();
  const unknown = new Map<string | null, Contribution[]>();
  for (const [id, person] of population) {
    for (const list of known.has(id) ? [direct] : [direct, unknown]) {
      const members = list.get(person.groupId) ?? [];
      members.push(person);
      list.set(person.groupId, members);
    }
  }
  const leaf = (row: CutRow, sums: BlockSums): DrawNode => ({
    rows: [row],
    hidden: false,
    sums,
    basis: known.size === 0 ? sums : sumPeople(unknown.get(row.id) ?? []),
    parts: [{ release: release.id, day: release.day, groups: [row.id ?? ''] }],
    children: [],
  });
  const build = (id: string | null): DrawNode => {
    const own = sumPeople(direct.get(id) ?? []);
    const row = groupRow(id, tree.nameOf(id ?? '') ?? '');
    const groups = tree
      .childrenOf(id)
      .map(build)
      .filter((child) => child.sums.people > 0);
    if (groups.length === 0) return leaf(row, own);
    return parentNode(row, own.people > 0 ? [...groups, leaf(directRow(id, row.name), own)] : groups);
  };
  return build(null);
}

export interface BlockReading {
  /** Names of groups by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The sums that decide whether a block is large enough. */
  readonly basisOf: (block: CutBlock) => BlockSums;
}

/** The tree that the blocks of a cut stand in; each hidden block is one node that stays hidden. */
export function treeOfBlocks(blocks: readonly CutBlock[], { names, basisOf }: BlockReading): DrawNode {
  const blockNode = (block: CutBlock): DrawNode => {
    const { rows, shown, sums, parts } = block;
    return { rows, hidden: !shown, sums, basis: basisOf(block), parts, children: [] };
  };
  const build = (path: readonly string[], within: readonly CutBlock[]): DrawNode => {
    const here = within.filter((block) => block.path.length === path.length).map(blockNode);
    const deeper = within.filter((block) => block.path.length > path.length);
    const groups = [...new Set(deeper.map((block) => block.path[path.length] ?? ''))].map((id) =>
      build(
        [...path, id],
        deeper.filter((block) => block.path[path.length] === id),
      ),
    );
    const id = path.at(-1) ?? null;
    return parentNode(groupRow(id, names.get(id ?? '') ?? ''), [...here, ...groups]);
  };
  const [only] = blocks;
  return only?.rows[0]?.key === groupKey(null) ? blockNode(only) : build([], blocks);
}

/** The row of a group with everything beneath; null: the organization. */
export function groupRow(id: string | null, name: string): CutRow {
  return { key: groupKey(id), kind: 'group', id, name };
}

/** The row of the people directly in a group. */
export function directRow(id: string | null, name: string): CutRow {
  return { key: directKey(id), kind: 'direct', id, name };
}

function parentNode(row: CutRow, children: readonly DrawNode[]): DrawNode {
  return {
    rows: [row],
    hidden: false,
    sums: addSums(children.map((child) => child.sums)),
    basis: addSums(children.map((child) => child.basis)),
    parts: children.flatMap((child) => child.parts),
    children,
  };
}
