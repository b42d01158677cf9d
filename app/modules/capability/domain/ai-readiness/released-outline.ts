/**
 * The released rows of a tree as an outline: every row that is shown, and of each family with hidden rows one lock. A group
 * with a single row beneath, the same people, is left out for that row. Nothing is computed: rows are what
 * released-rows.ts gives. Source: method.md 9.2, 9.3.
 */
import type { ReleasedRow } from '../suppression/released-rows';

export interface OutlinedRow {
  /** null: the rows of the family that are hidden. */
  readonly row: ReleasedRow | null;
  /** Name of the group that they are beneath; null: the organization. */
  readonly within: string | null;
  readonly depth: number;
  /** No row stands beneath it. */
  readonly isLeaf: boolean;
}

/** The outline beneath the top; rowsOf gives the rows beneath a group, none where it shows no children. */
export function releasedOutline(
  rowsOf: (parent: string | null) => readonly ReleasedRow[],
): readonly OutlinedRow[] {
  const beneath = (parent: string | null, within: string | null, depth: number): OutlinedRow[] => {
    const rows = rowsOf(parent);
    const shown = rows.filter((row) => !row.suppressed);
    const [only] = shown;
    const hidden: OutlinedRow[] =
      shown.length < rows.length ? [{ row: null, within, depth, isLeaf: true }] : [];
    const isChain = rows.length === 1 && only?.kind === 'group' && only.id !== null;
    if (isChain && rowsOf(only.id).length > 0) return beneath(only.id, only.name, depth);
    return [
      ...shown.flatMap((row): OutlinedRow[] => {
        const below = row.kind === 'group' && row.id !== null ? beneath(row.id, row.name, depth + 1) : [];
        const [first] = below;
        const isSame = below.length === 1 && first?.row !== null && first?.row.kind === 'group';
        if (isSame && first) return [{ ...first, depth }];
        return [{ row, within, depth, isLeaf: below.length === 0 }, ...below];
      }),
      ...hidden,
    ];
  };
  return beneath(null, null, 0);
}
