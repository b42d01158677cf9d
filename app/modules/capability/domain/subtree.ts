/** The teams with these ids and all beneath them. Ids that are not in the tree give nothing. Source: product.md, Roles. */
export function subtreeOf(
  tree: readonly { readonly teamId: string; readonly parentId: string | null }[],
  roots: Iterable<string>,
): Set<string> {
  const children = Map.groupBy(tree, (team) => team.parentId);
  const known = new Set(tree.map((team) => team.teamId));
  const found = new Set<string>();
  const waiting = [...roots].filter((teamId) => known.has(teamId));
  for (let teamId = waiting.pop(); teamId !== undefined; teamId = waiting.pop()) {
    if (found.has(teamId)) continue;
    found.add(teamId);
    waiting.push(...(children.get(teamId) ?? []).map((team) => team.teamId));
  }
  return found;
}
