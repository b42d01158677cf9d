import type { AppLoadContext } from '@remix-run/node';
import { changeMember, removeMember } from '~/modules/organizations/commands/change-member';
import { inviteAgain, inviteMember, revokeInvitation } from '~/modules/organizations/commands/invite-member';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { MembersForm } from './read-members-form.server';
import type { TeamChoice } from './rights-fields';

interface Asked {
  readonly database: AppLoadContext['database'];
  readonly viewer: Viewer;
  readonly teams: readonly TeamChoice[];
}

/** Does what a form of the page asks for, by the one command for it. */
export async function obeyMembersForm({ database, viewer, teams }: Asked, form: MembersForm): Promise<void> {
  const known = new Set(teams.map(({ teamId }) => teamId));
  switch (form.intent) {
    case 'invite':
      return inviteMember(database, viewer, { ...form, teams: known });
    case 'again':
      return inviteAgain(database, viewer, form.invitationId);
    case 'revoke':
      return revokeInvitation(database, viewer, form.invitationId);
    case 'remove':
      return removeMember(database, viewer, form.userId);
    case 'change':
      await changeMember(database, viewer, { userId: form.userId, rights: form.rights, teams: known });
  }
}
