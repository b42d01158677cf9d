import { ROLES } from '~/modules/organizations/domain/role';
import type { AuthWorld } from '../world/auth-world';

/** How a function of the role cadre_auth is called for one organization with the rows of another. */
export interface AuthCall {
  /** Arguments after the context: the rows are of the world, the organization is whoever asks. */
  readonly args: (world: AuthWorld, organizationId: string) => readonly unknown[];
  /** What the world's own organization gets with them: an answer that no other gets, a change, or neither. */
  readonly own: 'answer' | 'change' | 'neither';
}

type Args = (world: AuthWorld) => readonly unknown[];
const call = (own: AuthCall['own'], args: Args): AuthCall => ({
  own,
  args: (world, organizationId) => [organizationId, ...args(world)],
});
const answers = (args: Args = () => []) => call('answer', args);
const changes = (args: Args = () => []) => call('change', args);
/** Where the organization is a field of the first argument. */
const keyed = (
  own: AuthCall['own'],
  first: (world: AuthWorld) => object,
  rest: Args = () => [],
): AuthCall => ({
  own,
  args: (world, organizationId) => [{ ...first(world), organizationId }, ...rest(world)],
});

const memberOf = ({ memberships }: AuthWorld['rows']) => ({
  ...{ userId: memberships.userId, role: 'employee', teamScope: [], grants: [] },
});

/** Every data function of AuthContext that is told an organization, by `module/file.function`. */
export const AUTH_CALLS: Readonly<Record<string, AuthCall>> = {
  // The ids are those of the organization's own log, whose writers may be anybody: the rest is the organization's.
  'organizations/actor-names.listUserNames': answers(() => [[]]),
  'organizations/actor-names.listTokenNames': answers(),
  'organizations/api-tokens.insertApiToken': keyed('neither', ({ rows }) => rows.apiTokens),
  'organizations/api-tokens.listLiveTokens': answers(),
  'organizations/api-tokens.listTokenDetails': answers(),
  'organizations/api-tokens.findTokenMaker': answers(({ rows }) => [rows.apiTokens.tokenId]),
  'organizations/api-tokens.findTokenDetails': answers(({ rows }) => [rows.apiTokens.tokenId]),
  'organizations/api-tokens.updateTokenApproved': changes(({ rows }) => [
    { tokenId: rows.apiTokens.tokenId, approvedBy: rows.memberships.userId },
  ]),
  'organizations/api-tokens.updateTokenRevoked': changes(({ rows }) => [rows.apiTokens.tokenId]),
  'organizations/api-tokens.revokeWaitingTokensOf': changes(({ rows }) => [rows.memberships.userId]),
  'organizations/closed-organizations.updateDeleting': changes(() => ['f'.repeat(64)]),
  'organizations/closed-organizations.deleteAllMemberships': changes(),
  'organizations/closed-organizations.deleteWaysIn': changes(),
  'organizations/departed-users.deleteTracesOfUser': changes(({ rows }) => [rows.formerMembers.userId]),
  // No letter of the rows leads to a person.
  'organizations/departed-users.deleteLettersAbout': call('neither', () => [crypto.randomUUID()]),
  'organizations/departed-users.deleteInvitationsTo': changes(({ rows }) => [[rows.invitations.email]]),
  'organizations/cycle-letters.upsertNotice': changes(({ rows }) => [
    { ...rows.cycleNotices, name: 'new', purpose: null },
  ]),
  'organizations/cycle-letters.insertCycleLetters': changes(({ rows }) => [
    {
      cycleId: rows.cycleNotices.cycleId,
      day: '2026-01-02',
      letters: [
        {
          ...{ letterId: crypto.randomUUID(), userId: rows.memberships.userId, isRated: true, owed: 1 },
          ...{ closesOn: '2999-01-01', kind: 'cycle-opened' },
        },
      ],
      ratingRoles: [],
    },
  ]),
  'organizations/former-slugs.reserveSlug': keyed('change', ({ rows }) => ({
    ...rows.formerSlugs,
    endsAt: new Date('3000-01-01'),
  })),
  'organizations/invitations.insertInvitation': keyed('change', ({ rows }) => rows.expiredInvitation),
  'organizations/invitations.listInvitationRows': answers(),
  'organizations/invitations.takeInvitation': changes(({ rows }) => [rows.invitations.invitationId]),
  'organizations/mail-queue.insertMail': keyed('change', ({ rows }) => ({
    ...{ mailId: crypto.randomUUID(), kind: 'member-changed', subjectId: rows.memberships.userId },
  })),
  'organizations/memberships.listMembers': answers(),
  'organizations/memberships.listUserIdsOfRoles': answers(() => [ROLES]),
  'organizations/memberships.upsertMembership': keyed('change', ({ rows }) => {
    const { grants: _grants, ...membership } = memberOf(rows);
    return membership;
  }),
  'organizations/memberships.listMemberDetails': answers(),
  'organizations/memberships.findMember': answers(({ rows }) => [rows.memberships.userId]),
  'organizations/memberships.findMemberRights': answers(({ rows }) => [rows.memberships.userId]),
  'organizations/memberships.findMemberIdByEmail': answers(({ rows }) => [rows.users.email]),
  'organizations/memberships.hasMemberWithEmail': answers(({ rows }) => [rows.users.email]),
  'organizations/memberships.lockMembers': call('neither', () => []),
  'organizations/memberships.countOtherOwners': answers(() => [crypto.randomUUID()]),
  'organizations/memberships.insertMembership': keyed('change', ({ rows }) => ({
    ...{ userId: rows.formerMembers.userId, role: 'employee', teamScope: [] },
  })),
  'organizations/memberships.updateMembership': keyed('change', ({ rows }) => memberOf(rows)),
  'organizations/memberships.deleteMembership': changes(({ rows }) => [rows.memberships.userId]),
  'organizations/organization-directory.upsertDirectoryEntry': keyed('change', ({ rows }) => ({
    ...{ slug: rows.organizationDirectory.slug, name: 'new' },
  })),
  'organizations/organization-directory.findDirectoryEntry': answers(),
  'organizations/organization-directory.updateDirectoryEntry': keyed(
    'change',
    ({ rows }) => rows.organizationDirectory,
    () => [{ name: 'new', slug: `new-${crypto.randomUUID()}` }],
  ),
  'organizations/sign-in-policies.findSignInPolicy': answers(),
  'organizations/sign-in-policies.updateSecondFactorRequired': changes(() => [false]),
  'organizations/sso-connections.findConnection': answers(),
  'organizations/sso-connections.upsertConnection': keyed('change', ({ rows }) => ({
    ...{ issuer: rows.ssoConnections.issuer, clientId: 'new', sealedSecret: 'new', joinRole: null },
    ...{ enabled: false, provenAt: null },
  })),
  'organizations/sso-connections.proveConnection': changes(),
  'organizations/sso-connections.updateSsoRequired': changes(() => [false]),
  'organizations/sso-connections.updateBreakGlass': changes(({ rows }) => [[rows.memberships.userId]]),
  'organizations/sso-connections.listBreakGlass': answers(),
  'organizations/sso-connections.deleteSsoSessions': changes(),
  'organizations/sso-domains.listDomains': answers(),
  'organizations/sso-domains.isVerifiedDomain': answers(({ rows }) => [rows.ssoDomains.domain]),
  'organizations/sso-domains.insertDomain': changes(() => [{ domain: 'new.example', token: 'new' }]),
  'organizations/sso-domains.verifyDomainRow': changes(({ rows }) => [rows.ssoDomains]),
  'organizations/sso-domains.updateDomainsUnverified': changes(),
  'organizations/sso-domains.deleteDomain': changes(({ rows }) => [rows.ssoDomains.domain]),
  'organizations/sso-identities.findIdentity': keyed('answer', ({ rows }) => rows.ssoIdentities),
  'organizations/sso-identities.findIdentitiesOf': answers(({ rows }) => [rows.memberships.userId]),
  'organizations/sso-identities.hasIdentity': keyed(
    'answer',
    ({ rows }) => rows.ssoIdentities,
    ({ rows }) => [rows.memberships.userId],
  ),
  'organizations/sso-identities.insertIdentity': keyed(
    'change',
    ({ rows }) => ({ issuer: rows.ssoIdentities.issuer, subject: 'new' }),
    ({ rows }) => [rows.formerMembers.userId],
  ),
  'organizations/sso-identities.isFormerMember': answers(({ rows }) => [rows.formerMembers.userId]),
  'organizations/sso-states.insertState': keyed('change', ({ rows }) => ({
    ...rows.ssoStates,
    stateHash: 'e'.repeat(64),
  })),
  'organizations/sso-states.takeState': keyed('change', ({ rows }) => rows.ssoStates),
};
