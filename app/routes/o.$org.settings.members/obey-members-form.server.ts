import type { AppLoadContext } from '@remix-run/node';
import {
  changeMember,
  type MemberOutcome,
  removeMember,
} from '~/modules/organizations/commands/change-member';
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
  readonly kind: 'refused';
  readonly reason: string;
  readonly errors: readonly FieldError[];
  /** Set where an invitation was refused, for the form to come back filled. */
  readonly entered: EnteredInvitation | null;
}

interface Asked {
  readonly database: AppLoadContext['database'];
  readonly viewer: Viewer;
  readonly teams: readonly TeamChoice[];
  /** Whether the reader signed in within the last minutes. */
  readonly isFresh: boolean;
}

/**
 * Does what a form of the page asks for; gives an invitation that was refused back as it was typed. `look-first` where
 * the author has not seen what follows, or did so in a session that is not young enough.
 */
export async function obeyMembersForm(
  asked: Asked,
  form: MembersForm,
): Promise<MembersRefusal | { readonly kind: MemberOutcome }> {
  try {
    return { kind: await obey(asked, form) };
  } catch (error) {
    const isFault = isCadreError(error) && (error.kind === 'invalid-input' || error.kind === 'conflict');
    if (!isFault || form.intent !== 'invite') throw error;
    const { email, role, teamScope } = form;
    const entered = { email: email.slice(0, LONGEST_EMAIL), role, teamScope };
    return { kind: 'refused', reason: error.reason, errors: error.errors, entered };
  }
}

const LONGEST_EMAIL = 320;

/** By the one command for it. */
async function obey({ database, viewer, teams, isFresh }: Asked, form: MembersForm): Promise<MemberOutcome> {
  const known = new Set(teams.map(({ teamId }) => teamId));
  switch (form.intent) {
    case 'invite':
      return inviteMember(database, viewer, { ...form, sure: form.sure && isFresh, teams: known });
    case 'again':
      await inviteAgain(database, viewer, form.invitationId);
      return 'done';
    case 'revoke':
      await revokeInvitation(database, viewer, form.invitationId);
      return 'done';
    case 'remove':
      return removeMember(database, viewer, { ...form, sure: form.sure && isFresh });
    case 'change':
      return changeMember(database, viewer, { ...form, sure: form.sure && isFresh, teams: known });
  }
}
