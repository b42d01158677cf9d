import { readForm } from '~/http/read-form.server';
import type { MemberRights } from '~/modules/organizations/domain/member-rights';
import { GRANTS, ROLES, type Role } from '~/modules/organizations/domain/role';
import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** What the page's forms ask for. */
export type MembersForm =
  | {
      readonly intent: 'invite';
      readonly email: string;
      readonly role: Role;
      readonly teamScope: readonly string[];
      /** Whether the author was shown what follows. */
      readonly sure: boolean;
    }
  | {
      readonly intent: 'change';
      readonly userId: string;
      readonly rights: MemberRights;
      readonly sure: boolean;
    }
  | { readonly intent: 'remove'; readonly userId: string; readonly sure: boolean }
  | { readonly intent: 'again' | 'revoke'; readonly invitationId: string };

/** Throws InvalidInput for a form that is none of the page's. */
export async function readMembersForm(request: Request): Promise<MembersForm> {
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  const id = (name: string) => {
    if (!isUuid(text(name))) throw unreadable();
    return text(name);
  };
  const intent = text('intent');
  const sure = text('sure') === 'yes';
  const rights = () => {
    const role = ROLES.find((known) => known === text('role'));
    const teamScope = form.getAll('team').map(String);
    const given = form.getAll('grant').map(String);
    if (!role || !teamScope.every((team) => isUuid(team))) throw unreadable();
    return { role, teamScope, grants: GRANTS.filter((grant) => given.includes(grant)) };
  };
  if (intent === 'invite') {
    const { role, teamScope } = rights();
    return { intent, email: text('email'), role, teamScope, sure };
  }
  if (intent === 'change') return { intent, userId: id('member'), rights: rights(), sure };
  if (intent === 'remove') return { intent, userId: id('member'), sure };
  if (intent === 'again' || intent === 'revoke') return { intent, invitationId: id('invitation') };
  throw unreadable();
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
