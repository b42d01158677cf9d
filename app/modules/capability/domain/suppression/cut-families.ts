/** Families of a cut: the rows beneath each group that shows any, made from the blocks and the rows that are there. */

import { groupRow } from './draw-tree';
import { ORGANIZATION_KEY } from './group-tree';
import type { CutBlock, CutFamily, CutRow, FamilyRow } from './release-cut';

export interface RowsNow {
  /** Names of groups by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The rows with people beneath a group; null: the top. */
  readonly rowsOf: (parent: string | null) => readonly CutRow[];
  /** People of a row without those left out, and whether any are. */
  readonly stateOf: (key: string) => { readonly people: number; readonly restOf: boolean };
}

/** Families in order of their parent, rows in order of kind (groups, then direct) and key. */
export function familiesOf(blocks: readonly CutBlock[], now: RowsNow): readonly CutFamily[] {
  const families = new Map<string | null, Map<string, FamilyRow>>();
  const represented = new Set<string>();
  const put = (parent: string | null, row: CutRow, shownBlock: number | null): void => {
    const rows = families.get(parent) ?? new Map<string, FamilyRow>();
    families.set(parent, rows);
    represented.add(row.key);
    const blocksOfRow = [...(rows.get(row.key)?.blocks ?? []), ...(shownBlock === null ? [] : [shownBlock])];
    rows.set(row.key, {
      ...row,
      ...now.stateOf(row.key),
      shown: blocksOfRow.length > 0,
      blocks: blocksOfRow,
    });
  };
  for (const [index, block] of blocks.entries()) {
    if (block.rows[0]?.key === ORGANIZATION_KEY) continue;
    for (const [depth, id] of block.path.entries()) {
      put(block.path[depth - 1] ?? null, groupRow(id, now.names.get(id) ?? ''), index);
    }
    for (const row of block.rows) put(block.path.at(-1) ?? null, row, block.shown ? index : null);
  }
  for (const parent of [...families.keys()]) {
    for (const row of now.rowsOf(parent)) if (!represented.has(row.key)) put(parent, row, null);
  }
  return [...families]
    .map(([parent, rows]) => ({ parent, rows: [...rows.values()].sort(byKindThenKey) }))
    .sort((a, b) => ((a.parent ?? '') < (b.parent ?? '') ? -1 : 1));
}

function byKindThenKey(a: CutRow, b: CutRow): number {
  if (a.kind !== b.kind) return a.kind === 'direct' ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}
