import { Conflict, Forbidden, InvalidInput } from '~/shared/errors';
import type { Grant, Role } from './role';

/** What a member may do in one organization. */
export interface MemberRights {
  readonly role: Role;
  /** Teams whose subtrees a director is bound to; empty for every other role. */
  readonly teamScope: readonly string[];
  readonly grants: readonly Grant[];
}

/** Roles that show individual ratings of others: nobody gives them to themselves (product.md, Roles). */
export const GIVEN_BY_OTHERS: readonly Role[] = ['hr_partner', 'director'];

/** Most teams of one director. */
const MOST_TEAMS = 50;

/** Why nobody can be a director yet. */
export const NO_TEAMS = 'A director sees teams, and there are none yet: bring people first.';

/**
 * Rights as they may be kept: a director has at least one team of the organization, nobody else has any; only an
 * executive needs the grant, since the other roles see names by themselves or not at all.
 * @param teams ids of the teams that the organization has now.
 * @throws InvalidInput naming the field.
 */
export function checkedRights(rights: MemberRights, teams: ReadonlySet<string>): MemberRights {
  const { role, grants } = rights;
  const teamScope = role === 'director' ? [...new Set(rights.teamScope)].sort() : [];
  if (role === 'director' && teams.size === 0)
    throw new InvalidInput(NO_TEAMS, [{ pointer: 'team', detail: NO_TEAMS }]);
  if (role === 'director' && (teamScope.length === 0 || teamScope.length > MOST_TEAMS)) {
    const detail = `Choose the teams that the director sees, 1 to ${MOST_TEAMS}.`;
    throw new InvalidInput(detail, [{ pointer: 'team', detail }]);
  }
  if (!teamScope.every((team) => teams.has(team))) {
    const detail = 'One of the teams is not there any more. Open the page again.';
    throw new InvalidInput(detail, [{ pointer: 'team', detail }]);
  }
  return { role, teamScope, grants: role === 'executive' ? [...grants] : [] };
}

/**
 * Refuses teams that were chosen for a role which is not limited to teams: who chose them expects that they count.
 * @throws InvalidInput naming the field.
 */
export function requireTeamsCount({ role, teamScope }: Pick<MemberRights, 'role' | 'teamScope'>): void {
  if (role === 'director' || teamScope.length === 0) return;
  const detail = 'Only a director is limited to teams. Choose the role director, or no team.';
  throw new InvalidInput(detail, [{ pointer: 'team', detail }]);
}

/** Who gives rights, and to whom. before or after is null for somebody who comes or goes. */
export interface RightsChange {
  readonly authorRole: Role;
  /** Whether the one who gives is the one who receives. */
  readonly isOwn: boolean;
  readonly before: MemberRights | null;
  readonly after: MemberRights | null;
}

/**
 * Refuses what its author may not do: only an owner makes, changes or removes an owner; rights that show what is known
 * of others are given by somebody else than their receiver.
 * @throws Forbidden or Conflict.
 */
export function requireMayGive({ authorRole, isOwn, before, after }: RightsChange): void {
  if (authorRole !== 'owner' && (before?.role === 'owner' || after?.role === 'owner'))
    throw new Forbidden('Only an owner can make, change or remove an owner.');
  if (isOwn && after && gains(before, after))
    throw new Conflict(
      'Rights that show what is known of others are given by somebody else than their receiver.',
    );
}

/**
 * Whether a change is shown to its author once more before it is made, and needs a recent sign-in: somebody is taken
 * out, becomes an owner or is one no more.
 */
export function needsSecondLook(
  before: Pick<MemberRights, 'role'> | null,
  after: Pick<MemberRights, 'role'> | null,
): boolean {
  return after === null || (before?.role === 'owner') !== (after.role === 'owner');
}

function gains(before: MemberRights | null, after: MemberRights): boolean {
  const newRole = GIVEN_BY_OTHERS.includes(after.role) && after.role !== before?.role;
  const newTeam =
    after.role === 'director' && after.teamScope.some((team) => !before?.teamScope.includes(team));
  const newGrant = after.grants.some((grant) => !before?.grants.includes(grant));
  return newRole || newTeam || newGrant;
}

/** The fields that differ, as the audit log names them. */
export function rightsChanges(before: MemberRights, after: MemberRights) {
  const text = (values: readonly string[]) => [...values].sort().join(', ') || null;
  const fields = [
    { field: 'role', before: before.role, after: after.role },
    { field: 'teamScope', before: text(before.teamScope), after: text(after.teamScope) },
    { field: 'grants', before: text(before.grants), after: text(after.grants) },
  ];
  return fields.filter((field) => field.before !== field.after);
}
