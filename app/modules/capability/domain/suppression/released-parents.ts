/**
 * Where each group stands that a cut shows a row of: in the tree of the release, whatever became of the group since.
 * A group beneath one that shows nothing is not there. Source: method.md 9.3.
 */
import type { FamilyRow, ReleaseCut } from './release-cut';

/** The group above each group of the cut's rows of teams, hidden ones too; null: at the top. */
export function releasedParents(cut: Pick<ReleaseCut, 'dimensions'>): ReadonlyMap<string, string | null> {
  const families = cut.dimensions.flatMap((one) => (one.tree === undefined ? one.families : []));
  const beneath = Map.groupBy(families, (family) => family.parent);
  const parents = new Map<string, string | null>();
  const opened = new Set<string | null>([null]);
  for (const parent of opened) {
    for (const row of (beneath.get(parent) ?? []).flatMap((family) => family.rows)) {
      if (!isGroup(row)) continue;
      if (!parents.has(row.id)) parents.set(row.id, parent);
      if (row.shown) opened.add(row.id);
    }
  }
  return parents;
}

function isGroup(row: FamilyRow): row is FamilyRow & { readonly id: string } {
  return row.kind === 'group' && row.id !== null;
}
