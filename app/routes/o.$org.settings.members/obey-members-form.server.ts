import type { AppLoadContext } from '@remix-run/node';
import { changeMember, removeMember } from '~/modules/organizations/commands/change-member';
import { inviteAgain, inviteMember, revokeInvitation } from '~/modules/organizations/commands/invite-member';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type FieldError, isCadreError } from '~/shared/errors';
import type { MembersForm } from './read-members-form.server';
import type { TeamChoice } from './rights-fields';

/** What was typed into an invitation. */
export type EnteredInvitation = Pick<
  Extract<MembersForm, { intent: 'invite' }>,
  'email' | 'role' | 'teamScope'
>;

/** Why nothing was done. */
export interface MembersRefusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  /** Set where an invitation was refused, for the form to come back filled. */
  readonly entered: EnteredInvitation | null;
}

interface Asked {
  readonly database: AppLoadContext['database'];
  readonly viewer: Viewer;
  readonly teams: readonly TeamChoice[];
}

/** Does what a form of the page asks for; gives an invitation that was refused back as it was typed. */
export async function obeyMembersForm(asked: Asked, form: MembersForm): Promise<MembersRefusal | null> {
  try {
    await obey(asked, form);
    return null;
  } catch (error) {
    const isFault = isCadreError(error) && (error.kind === 'invalid-input' || error.kind === 'conflict');
    if (!isFault || form.intent !== 'invite') throw error;
    const { email, role, teamScope } = form;
    const entered = { email: email.slice(0, LONGEST_EMAIL), role, teamScope };
    return { reason: error.reason, errors: error.errors, entered };
  }
}

const LONGEST_EMAIL = 320;

/** By the one command for it. */
async function obey({ database, viewer, teams }: Asked, form: MembersForm): Promise<void> {
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
