import { subtreeTeamIds, type TeamNode } from './team-tree';

/** A member or token whose rights reach the subtrees of some teams. */
export interface ScopeHolder {
  readonly kind: 'member' | 'token';
  readonly role: string;
  readonly teamScope: readonly string[];
}

export interface SightCount {
  readonly kind: ScopeHolder['kind'];
  readonly role: string;
  readonly count: number;
}

export interface SightChanges {
  readonly gains: readonly SightCount[];
  readonly loses: readonly SightCount[];
}

/** Whose scope covers a team after a change of the tree and not before it, and the other way round; by role. */
export function sightChanges(
  holders: readonly ScopeHolder[],
  trees: { readonly before: readonly TeamNode[]; readonly after: readonly TeamNode[] },
  teamId: string,
): SightChanges {
  const [before, after] = [wayTo(trees.before, teamId), wayTo(trees.after, teamId)];
  const sees = (way: ReadonlySet<string>, { teamScope }: ScopeHolder) => teamScope.some((id) => way.has(id));
  return {
    gains: counted(holders.filter((holder) => sees(after, holder) && !sees(before, holder))),
    loses: counted(holders.filter((holder) => sees(before, holder) && !sees(after, holder))),
  };
}

/** The team and all above it; empty when the tree does not have it. */
function wayTo(tree: readonly TeamNode[], teamId: string): Set<string> {
  const byId = new Map(tree.map((team) => [team.teamId, team]));
  const way = new Set<string>();
  for (let at = byId.get(teamId); at; at = at.parentId === null ? undefined : byId.get(at.parentId))
    way.add(at.teamId);
  return way;
}

function counted(holders: readonly ScopeHolder[]): SightCount[] {
  const groups = Map.groupBy(holders, ({ kind, role }) => `${kind} ${role}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ kind: first.kind, role: first.role, count: 1 + others.length }] : [],
  );
}

/** People directly in a team and in all beneath it, by team. @param direct people directly in each team. */
export function sumsBeneath(
  tree: readonly TeamNode[],
  direct: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Map(tree.map(({ teamId }) => [teamId, direct.get(teamId) ?? 0]));
  for (const { teamId, parentId } of [...tree].reverse()) {
    if (parentId !== null) sums.set(parentId, (sums.get(parentId) ?? 0) + (sums.get(teamId) ?? 0));
  }
  return sums;
}

/** The people directly in a team and beneath it. */
export function sumOf(
  tree: readonly TeamNode[],
  direct: ReadonlyMap<string, number>,
  teamId: string,
): number {
  return subtreeTeamIds(tree, teamId).reduce((sum, id) => sum + (direct.get(id) ?? 0), 0);
}
