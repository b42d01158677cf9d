/**
 * Individual access: whose ratings a viewer may read one by one. One rule for the profile page, for lists of people and
 * for whom released figures leave out. Status makes no difference: who is on leave or has left is read as before.
 * Source: product.md, Roles; method.md 9.4.
 */
export interface IndividualAccess {
  /** Everyone in the organization. */
  readonly everybody: boolean;
  /** Whoever is directly in one of these teams. */
  readonly teams: ReadonlySet<string>;
  /** Oneself, direct reports. */
  readonly people: ReadonlySet<string>;
}

export interface PersonInTeam {
  readonly employeeId: string;
  /** null: in none on the day. */
  readonly teamId: string | null;
}

/** Whether the viewer may read this person's ratings. */
export function mayReadPerson(access: IndividualAccess, { employeeId, teamId }: PersonInTeam): boolean {
  return access.everybody || access.people.has(employeeId) || (teamId !== null && access.teams.has(teamId));
}

/** Whether there is nobody whose ratings the viewer may read. */
export function readsNobody({ everybody, teams, people }: IndividualAccess): boolean {
  return !everybody && teams.size === 0 && people.size === 0;
}
