import type { DayText } from '~/shared/calendar-day';
import { formatTeamPath } from './team-path';

/** One period in which a team had a parent (null: it is a top team). */
export interface TeamPlace {
  readonly teamId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly validFrom: DayText;
  readonly validTo: DayText | null;
}

export interface TeamNode {
  readonly teamId: string;
  readonly name: string;
  readonly parentId: string | null;
  /** Names from the top, as formatTeamPath writes them. */
  readonly path: string;
}

/**
 * The teams of a day, each after its parent, siblings by name. A team whose parent is not there on the day, or whose
 * parents form a circle, is a top team.
 */
export function teamTree(places: readonly TeamPlace[], asOf: DayText): TeamNode[] {
  const current = places.filter(
    (place) => place.validFrom <= asOf && (place.validTo === null || asOf < place.validTo),
  );
  const byId = new Map(current.map((place) => [place.teamId, place]));
  const children = new Map<string | null, TeamPlace[]>();
  for (const place of current) {
    const parent =
      reachesTop(place, byId) && place.parentId !== null && byId.has(place.parentId) ? place.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(place);
    else children.set(parent, [place]);
  }
  const nodes: TeamNode[] = [];
  const visit = (parentId: string | null, names: readonly string[]): void => {
    const siblings = (children.get(parentId) ?? []).sort(
      (a, b) => order(a.name, b.name) || order(a.teamId, b.teamId),
    );
    for (const { teamId, name } of siblings) {
      nodes.push({ teamId, name, parentId, path: formatTeamPath([...names, name]) });
      visit(teamId, [...names, name]);
    }
  };
  visit(null, []);
  return nodes;
}

/** The ids of a team and all teams below it; empty when the tree does not have it. */
export function subtreeTeamIds(tree: readonly TeamNode[], teamId: string): string[] {
  const inside = new Set<string>();
  for (const node of tree) {
    if (node.teamId === teamId || (node.parentId !== null && inside.has(node.parentId)))
      inside.add(node.teamId);
  }
  return [...inside];
}

/** Teams beneath which a team can be moved: neither itself nor a team beneath it. */
export function possibleParents(tree: readonly TeamNode[], teamId: string): TeamNode[] {
  const own = new Set(subtreeTeamIds(tree, teamId));
  return tree.filter((node) => !own.has(node.teamId));
}

function reachesTop(place: TeamPlace, byId: ReadonlyMap<string, TeamPlace>): boolean {
  const seen = new Set<string>();
  let at: TeamPlace | undefined = place;
  while (at) {
    if (seen.has(at.teamId)) return false;
    seen.add(at.teamId);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return true;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
