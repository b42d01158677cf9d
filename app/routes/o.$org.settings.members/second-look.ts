import { needsSecondLook } from '~/modules/organizations/domain/member-rights';
import { type RightsDifference, rightsDifference } from '~/modules/organizations/domain/permission-words';
import { GRANTS, ROLE_LABELS, ROLES, type Role } from '~/modules/organizations/domain/role';
import type { ListedMember } from './members-table';
import type { MembersForm } from './read-members-form.server';

/** A change as it is shown to its author before it is made. */
export interface SecondLook {
  readonly title: string;
  /** What follows, in sentences. */
  readonly follows: readonly string[];
  readonly rights: readonly RightsDifference[];
  /** Names of the member's tokens that go on working. */
  readonly tokens: readonly string[];
  readonly maker: string;
  /** Fields of the form that makes the change. */
  readonly fields: readonly (readonly [string, string])[];
  readonly button: string;
  /** Whether the page comes back as it is once its reader confirmed who they are. */
  readonly comesBack: boolean;
}

/** The same with the way to a recent sign-in; null where this one is recent. */
export interface ReachedLook extends SecondLook {
  readonly confirmTo: string | null;
}

/** What is asked of a member, by a form or by the address. */
type Asked = Extract<MembersForm, { intent: 'change' | 'remove' }>;

/** The search string under which a change of a member is looked at. */
export function lookSearch(form: Asked): string {
  const search = new URLSearchParams([
    ['member', form.userId],
    ['look', form.intent],
  ]);
  if (form.intent === 'change') {
    search.set('role', form.rights.role);
    for (const team of form.rights.teamScope) search.append('team', team);
    for (const grant of form.rights.grants) search.append('grant', grant);
  }
  return `?${search}`;
}

interface Seen {
  readonly member: ListedMember;
  /** Name. */
  readonly organization: string;
  readonly otherOwners: number;
}

interface Listed extends Pick<Seen, 'member' | 'organization'> {
  readonly members: readonly ListedMember[];
}

/** What the address asks to look at; null where it asks for nothing that needs it. */
export function readLook(search: URLSearchParams, { members, ...named }: Listed): SecondLook | null {
  const { userId } = named.member;
  const otherOwners = members.filter((one) => one.role === 'owner' && one.userId !== userId).length;
  const seen = { ...named, otherOwners };
  if (search.get('look') === 'remove') return removal(seen);
  const role = ROLES.find((known) => known === search.get('role'));
  if (search.get('look') !== 'change' || !role || !needsSecondLook(seen.member, { role })) return null;
  const teams = search.getAll('team').map((team) => ['team', team] as const);
  const given = search.getAll('grant');
  const grants = GRANTS.filter((grant) => given.includes(grant)).map((grant) => ['grant', grant] as const);
  return change(seen, role, [...teams, ...grants]);
}

function removal({ member, organization, otherOwners }: Seen): SecondLook {
  const { name, isSelf } = member;
  const [who, whose] = isSelf ? ['you', 'Your'] : [name, 'Their'];
  return {
    title: isSelf ? `Remove yourself from ${organization}?` : `Remove ${name} from ${organization}?`,
    follows: [
      `From the next request on ${organization} does not open to ${who} any more. All ${whose.toLowerCase()} sessions end.`,
      `${whose} private views and API tokens that wait for approval go. ${whose} record as an employee stays, and so do ratings.`,
      ...(member.role === 'owner' ? [ownersLeft(otherOwners)] : []),
      'A letter says so, the audit log keeps it, and only an invitation leads back.',
    ],
    rights: [],
    tokens: member.tokens,
    maker: name,
    fields: [
      ['intent', 'remove'],
      ['member', member.userId],
    ],
    button: isSelf ? 'Remove yourself' : `Remove ${name}`,
    comesBack: true,
  };
}

type Fields = SecondLook['fields'];

function change({ member, organization, otherOwners }: Seen, role: Role, rest: Fields): SecondLook {
  const { name, isSelf } = member;
  const isRise = role === 'owner';
  const who = isSelf ? 'You' : name;
  return {
    title: isRise
      ? `Make ${name} an owner of ${organization}?`
      : `${who} ${isSelf ? 'are' : 'is'} no owner of ${organization} any more?`,
    follows: [
      isRise
        ? ownersMay(name)
        : `${who} ${isSelf ? 'become' : 'becomes'} ${ROLE_LABELS[role]}. ${ownersLeft(otherOwners)}`,
      `${isSelf ? 'You confirm who you are' : `${name} confirms who they are`} before ${organization} opens again. A letter says what changed, and the audit log keeps it.`,
    ],
    rights: rightsDifference(member.role, role),
    tokens: isRise ? [] : member.tokens,
    maker: name,
    fields: [['intent', 'change'], ['member', member.userId], ['role', role], ...rest],
    button: isRise ? `Make ${name} an owner` : `Make ${isSelf ? 'yourself' : name} ${ROLE_LABELS[role]}`,
    comesBack: true,
  };
}

/** An invitation as owner. */
export function inviteLook(
  { email, teamScope }: { readonly email: string; readonly teamScope: readonly string[] },
  organization: string,
): SecondLook {
  return {
    title: `Invite ${email} as an owner of ${organization}?`,
    follows: [
      ownersMay('Whoever follows the link of the letter'),
      'The link works once, within seven days, and you can take it back before. The audit log keeps the invitation.',
    ],
    rights: rightsDifference(null, 'owner'),
    tokens: [],
    maker: '',
    fields: [
      ['intent', 'invite'],
      ['email', email],
      ['role', 'owner'],
      ...teamScope.map((team) => ['team', team] as const),
    ],
    button: 'Invite an owner',
    comesBack: false,
  };
}

function ownersMay(who: string): string {
  return `${who} can then do all that an owner can: make, change and remove owners, you among them, choose whose word counts for single sign-on, and delete the organization.`;
}

function ownersLeft(count: number): string {
  if (count === 0) return 'No other owner would be left, so it will be refused.';
  return count === 1 ? 'One other owner is left.' : `${count} other owners are left.`;
}
