/** The tree to draw blocks from, made from the people of a release or from the blocks of a cut. */
import { addSums, type BlockSums, sumPeople } from './block-sums';
import type { DrawNode } from './draw-blocks';
import { directKey, type GroupTree, groupKey } from './group-tree';
import type { Contribution, Contributions } from './population';
import type { CutBlock, CutRow } from './release-cut';
import type { ReleaseMark } from './release-facts';

/**
 * The tree of a release: every group with people, each group with child groups also as its direct row.
 * A group of which no child group has people is a leaf.
 */
export function treeOfPeople(population: Contributions, tree: GroupTree, release: ReleaseMark): DrawNode {
  const direct = new Map<string | null, Contribution[]>();
  for (const person of population.values()) {
    const members = direct.get(person.groupId) ?? [];
    members.push(person);
    direct.set(person.groupId, members);
  }
  const leaf = (row: CutRow, sums: BlockSums): DrawNode => ({
    rows: [row],
    hidden: false,
    sums,
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

/** The tree that the blocks of a cut stand in; each hidden block is one node that stays hidden. */
export function treeOfBlocks(blocks: readonly CutBlock[], names: ReadonlyMap<string, string>): DrawNode {
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
    parts: children.flatMap((child) => child.parts),
    children,
  };
}

function blockNode(block: CutBlock): DrawNode {
  return { rows: block.rows, hidden: !block.shown, sums: block.sums, parts: block.parts, children: [] };
}
