export interface TeamItem {
  readonly teamId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly path: string;
  /** People directly in it, and with all teams beneath. */
  readonly direct: number;
  readonly people: number;
}

export interface TeamBranch extends TeamItem {
  readonly children: readonly TeamBranch[];
}

/** The list of a tree, each team after its parent, as branches. */
export function branchesOf(teams: readonly TeamItem[]): TeamBranch[] {
  const children = Map.groupBy(teams, ({ parentId }) => parentId ?? '');
  const grow = (parentId: string): TeamBranch[] =>
    (children.get(parentId) ?? []).map((team) => ({ ...team, children: grow(team.teamId) }));
  return grow('');
}

/** A number of people in words. */
export function peopleInWords(people: number): string {
  if (people === 0) return 'nobody';
  return people === 1 ? '1 person' : `${people.toLocaleString('en')} people`;
}

/** A number of teams in words. */
export function teamsInWords(teams: number): string {
  return teams === 1 ? '1 team' : `${teams.toLocaleString('en')} teams`;
}
