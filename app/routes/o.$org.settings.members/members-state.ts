import { ROLES, type Role } from '~/modules/organizations/domain/role';
import type { listMembersOf } from '~/modules/organizations/queries/list-members';
import type { ListedInvitation } from './invitations-table';
import type { ListedMember } from './members-table';
import type { TeamChoice } from './rights-fields';

interface Read {
  readonly listed: Awaited<ReturnType<typeof listMembersOf>>;
  readonly teams: readonly TeamChoice[];
  readonly reader: { readonly userId: string; readonly role: Role; readonly mayWrite: boolean };
}

/** What the page shows of members and invitations to this reader. */
export function membersState({ listed, teams, reader }: Read): {
  members: ListedMember[];
  invitations: ListedInvitation[];
} {
  const paths = new Map(teams.map(({ teamId, path }) => [teamId, path]));
  const scopeOf = (ids: readonly string[]) =>
    ids.map((id) => paths.get(id) ?? 'a team that is gone').join(', ');
  return {
    members: listed.members.map(({ lastSeenAt, ...member }) => ({
      ...member,
      scope: scopeOf(member.teamScope),
      tokens: reader.mayWrite ? member.tokens : [],
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      isSelf: member.userId === reader.userId,
      isOpen: reader.mayWrite && (member.role !== 'owner' || reader.role === 'owner'),
    })),
    invitations: listed.invitations.map(({ teamScope, expiresAt, ...invitation }) => ({
      ...invitation,
      scope: scopeOf(teamScope),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

/** Roles that the reader may give: to others, or to oneself (member-rights.ts refuses the rest too). */
export function rolesToGive(reader: Role, own: boolean): readonly Role[] {
  return ROLES.filter(
    (role) =>
      (role !== 'owner' || reader === 'owner') && !(own && (role === 'hr_partner' || role === 'director')),
  );
}

const DONE: ReadonlyMap<string, string> = new Map([
  ['invite', 'The invitation is on its way.'],
  ['again', 'The invitation is sent again with another link. The link before no longer works.'],
  ['revoke', 'The invitation is taken back. Its link no longer works.'],
  ['change', 'The rights are changed.'],
  ['remove', 'The member is removed.'],
]);

/** What was done, after the form that asked for it. */
export function doneWords(intent: string): string | null {
  return DONE.get(intent) ?? null;
}
